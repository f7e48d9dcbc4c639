# SPDX-License-Identifier: EUPL-1.2
"""Objects on the map, read by what GIS people read them with: GDAL and OWSLib."""

import base64
import os
import re
import subprocess
import sys

from checks import Checks
from node import Node
from owslib.ogcapi.features import Features

SECONDS = 60


def ogrinfo(host, token, *arguments):
    """What ogrinfo says of the objects; the key goes as a password."""
    environment = dict(os.environ, GDAL_HTTP_USERPWD=f"gis:{token}", GDAL_HTTP_AUTH="BASIC")
    command = ["ogrinfo", "-ro", f"OAPIF:http://{host}/ogc", *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, check=False, env=environment
    )
    return done.stdout + done.stderr


def place(node, token, incident, number, title, at):
    """An object on the map."""
    fields = {"incident": incident, "kind": "shelter", "title": title, "at": at}
    return node.ask("POST", "/v1/incident/layer/place", token, fields,
                    Idempotency_Key=f"place-{number}")


def main():
    """Runs all checks."""
    checks = Checks()
    with Node() as node:
        token = node.token("editor-vr23")
        opened = node.ask("POST", "/v1/incident/incident/open", token, {"title": "Hoogwater"},
                          Idempotency_Key="open")
        incident = opened.json()["stream"]
        for number in range(25):
            at = f"51.{30 + number}, 6.1"
            answer = place(node, token, incident, number, f"Opvang {number}", at)
            checks.that(answer.status == 201, "an object is placed", answer.body)
        area = "51.5 6.0\n51.6 6.0\n51.6 6.2\n51.5 6.0"
        place(node, token, incident, 99, "Gebied", area)
        with_gdal(checks, node.host, token)
        with_owslib(checks, node.host, token, incident)
    return checks.close()


def with_gdal(checks, host, token):
    """GDAL finds the layers, counts, filters and projects."""
    layers = ogrinfo(host, token)
    checks.that("incident-objects" in layers, "ogrinfo lists the objects", layers)
    summary = ogrinfo(host, token, "-so", "incident-objects")
    count = re.search(r"Feature Count: (\d+)", summary)
    checks.that(count and int(count.group(1)) >= 26, "ogrinfo counts them", summary)
    checks.that("title: String" in summary, "ogrinfo knows their fields", summary)
    boxed = ogrinfo(host, token, "-spat", "6.0", "51.295", "6.2", "51.325", "-where",
                    "kind = 'shelter'", "incident-objects")
    checks.that("POINT (6.1 51.3)" in boxed, "a box finds a point", boxed)
    checks.that("51.4" not in boxed.split("Feature Count")[-1], "and not the others", boxed)
    closed = ogrinfo(host, "wrong", "-so", "incident-objects")
    checks.that("Feature Count" not in closed, "without a key there is nothing", closed)


def with_owslib(checks, host, token, incident):
    """OWSLib reads the description, pages and single features."""
    pair = base64.b64encode(f"gis:{token}".encode()).decode()
    for way in (f"Bearer {token}", f"Basic {pair}"):
        door = Features(f"http://{host}/ogc", headers={"Authorization": way})
        names = door.feature_collections()
        checks.that("incident-objects" in names, "OWSLib finds the collection", names)
    checks.that(any("core" in it for it in door.conformance()["conformsTo"]), "it conforms")
    checks.that(door.api()["openapi"].startswith("3.0"), "OWSLib reads the description")
    boxed = door.collection_items(
        "incident-objects", bbox=[6.0, 51.295, 6.2, 51.345], limit=2, incident=incident
    )
    checks.that(boxed["numberMatched"] == 5, "the box holds five", boxed["numberMatched"])
    checks.that(len(boxed["features"]) == 2, "two on a page")
    following = [it["href"] for it in boxed["links"] if it["rel"] == "next"]
    kept = following and "bbox=" in following[0] and "incident=" in following[0]
    checks.that(kept, "the next page keeps the filters", following)
    one = boxed["features"][0]
    again = door.collection_item("incident-objects", one["id"])
    checks.that(again["properties"] == one["properties"], "one feature by its id", again)


if __name__ == "__main__":
    sys.exit(main())
