# SPDX-License-Identifier: EUPL-1.2
"""pygeoapi over the objects of a CSV file, in SpatiaLite with its index: serve.py CSV FOLDER PORT.

Writes its database, configuration and OpenAPI document in the folder, then becomes the server.
"""

import csv
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

CONFIG = """
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  languages: [en-US]
  limits: {{default_items: 100, max_items: 10000}}
  map: {{url: "http://127.0.0.1/none", attribution: none}}
logging: {{level: ERROR}}
metadata:
  identification:
    title: objects
    description: objects
    keywords: [objects]
    terms_of_service: none
    url: http://127.0.0.1
  license: {{name: none, url: none}}
  provider: {{name: none}}
  contact: {{name: none}}
resources:
  objects:
    type: collection
    title: objects
    description: objects
    keywords: [objects]
    extents:
      spatial: {{bbox: [-180, -90, 180, 90], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}
    providers:
      - type: feature
        name: SQLiteGPKG
        data: {database}
        id_field: id
        table: objects
"""


def fill(database, source):
    """The rows of the file, with a point each and the index of SpatiaLite."""
    rows = csv.reader(source)
    names = next(rows)
    columns = ", ".join(f'"{name}" TEXT' for name in names[:-2])
    connection = sqlite3.connect(database)
    connection.enable_load_extension(True)
    connection.load_extension("mod_spatialite")
    connection.execute("SELECT InitSpatialMetaData(1)")
    connection.execute(f"CREATE TABLE objects (id INTEGER PRIMARY KEY, {columns})")
    connection.execute("SELECT AddGeometryColumn('objects', 'geometry', 4326, 'POINT', 2)")
    marks = ", ".join("?" for _ in names[:-2])
    connection.executemany(
        f"INSERT INTO objects VALUES (NULL, {marks}, MakePoint(?, ?, 4326))",
        (row[:-2] + [float(row[-2]), float(row[-1])] for row in rows),
    )
    connection.execute("SELECT CreateSpatialIndex('objects', 'geometry')")
    connection.commit()
    connection.close()


def main():
    source, folder, port = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    folder.mkdir()
    database = folder / "objects.sqlite"
    with source.open(newline="") as opened:
        fill(database, opened)
    config, openapi = folder / "config.yml", folder / "openapi.yml"
    config.write_text(CONFIG.format(port=port, database=database))
    bin = Path(sys.executable).parent
    environment = dict(os.environ, PYGEOAPI_CONFIG=str(config), PYGEOAPI_OPENAPI=str(openapi))
    generate = [bin / "pygeoapi", "openapi", "generate", config, "--output-file", openapi]
    subprocess.run(generate, check=True, env=environment, stdout=subprocess.DEVNULL)
    serve = [bin / "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    serve += ["--worker-class", "gthread", "--threads", "1", "--keep-alive", "60"]
    serve += ["pygeoapi.flask_app:APP"]
    os.execve(serve[0], [str(part) for part in serve], environment)


main()
