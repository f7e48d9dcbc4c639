# SPDX-License-Identifier: EUPL-1.2
"""Files to hand over, opened by what people open them with: LibreOffice and poppler."""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import Checks
from node import Node

SECONDS = 120


def ran(*command):
    """What a program prints; fails with what it complains of."""
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8", errors="replace")


class Office:
    """LibreOffice with a profile that goes away."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def converted(self, file, to):
        """The file as another kind, as LibreOffice reads it."""
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        out = self.folder / "converted"
        ran("soffice", profile, "--headless", "--norestore", "--convert-to", to,
            "--outdir", str(out), str(file))
        return out / f"{Path(file).stem}.{to.split(':')[0]}"


def lead(node, token, number, organisation):
    """Makes an organisation lead an activity; answers its address."""
    found = node.ask("GET", "/v1/cards?module=agenda&kind=activity&pageSize=100", token).json()
    card = next(it for it in found["items"] if it["title"]["nl"].startswith(f"{number} "))
    stream = card["stream"]
    version = node.ask("GET", f"/v1/streams/{stream}", token).headers["etag"]
    node.ask("POST", f"/v1/streams/{stream}/assign", token,
             {"lead": organisation, "reason": "Proef"}, If_Match=version)
    return stream


def report(node, folder, checks):
    """The report to the own board as a file to work on and a file to keep."""
    stream = lead(node, node.token("editor-jenv"), "1.01", "vr23")
    said = 'Het plan ligt er: "=1+1", 100% & <klaar>.'
    answer = node.ask("POST", "/v1/agenda/progress/report", node.token("editor-vr23"), {
        "activity": stream, "status": "under-way", "outlook": "at-risk", "explanation": said,
    })
    checks.that(answer.status == 201, "a report is recorded", answer.body)
    cookie = node.log_in("editor-vr23")
    page = node.ask("GET", "/agenda/report", Cookie=cookie)
    checks.that(said.split(":")[0] in page.body.decode(), "the page shows what was reported")

    kept = folder / "report.pdf"
    kept.write_bytes(node.ask("GET", "/agenda/report?as=pdf", Cookie=cookie).body)
    facts = ran("pdfinfo", str(kept))
    for name, value in [("Title", "Verslag voor het eigen bestuur"), ("Tagged", "yes"),
                        ("Author", "Veiligheidsregio Limburg-Noord")]:
        found = re.search(rf"^{name}:\s+(.*)$", facts, re.MULTILINE)
        checks.that(found and found.group(1) == value, f"pdfinfo: {name} is {value}", facts)
    checks.that(b"/Lang (nl" in kept.read_bytes() or b"/Lang(nl" in kept.read_bytes(),
                "the PDF says that it is Dutch")
    told = " ".join(ran("pdftotext", str(kept), "-").split())
    checks.that(said in told, "the PDF says what was reported, as it was typed", told)

    worked = folder / "report.odt"
    worked.write_bytes(node.ask("GET", "/agenda/report?as=odt", Cookie=cookie).body)
    text = Office(folder).converted(worked, "txt:Text").read_text(encoding="utf-8-sig")
    checks.that(said in text, "LibreOffice reads what was reported, as it was typed", text)
    other = node.log_in("editor-vr24")
    theirs = node.ask("GET", "/agenda/report", Cookie=other).body.decode()
    checks.that(said not in theirs, "another region has its own report")


def lists(node, folder, checks):
    """The list of activities as LibreOffice opens it: every line, and text as text."""
    cookie = node.log_in("editor-vr23")
    for form in ("ods", "xlsx"):
        file = folder / f"list-{form}.{form}"
        answer = node.ask("GET", f"/agenda/list?file=activities&as={form}", Cookie=cookie)
        file.write_bytes(answer.body)
        to = "csv:Text - txt - csv (StarCalc):44,34,76"
        with Office(folder).converted(file, to).open(encoding="utf-8-sig", newline="") as opened:
            lines = list(csv.reader(opened))
        checks.that(len(lines) == 49, f"LibreOffice opens the {form} with all lines", len(lines))
        numbers = [cell for line in lines for cell in line if cell == "1.10"]
        checks.that(numbers, f"a number of an activity stays text in the {form}", lines[:12])


# What LibreOffice calls a CSV file with semicolons, quotes and UTF-8, cells as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):59,34,76"
# Lists that come back in, each with an account that may.
IN = [("agenda/activities", "editor-jenv"), ("agenda/progress", "editor-vr23"),
      ("agenda/own", "editor-vr23"), ("agenda/weighed", "editor-jenv"),
      ("agenda/means", "editor-jenv"), ("registers/organisations", "editor-vr23")]


def there_and_back(node, folder, checks):
    """What LibreOffice saves of a list of ours, in another format, changes nothing."""
    for name, account in IN:
        token = node.token(account)
        for form, to in (("ods", "xlsx"), ("xlsx", "ods"), ("ods", CSV), ("xlsx", CSV)):
            file = folder / f"{name.replace('/', '-')}-{form}.{form}"
            file.write_bytes(node.ask("GET", f"/v1/lists/{name}?as={form}", token).body)
            saved = Office(folder).converted(file, to).read_bytes()
            kind = {"Content_Type": "application/octet-stream"}
            answer = node.ask("POST", f"/v1/lists/{name}?keep=all", token, saved, **kind)
            said = answer.json()
            same = answer.status == 200 and said["recorded"] == 0 and said["unchanged"] > 40
            what = f"{name}: {form} saved by LibreOffice as {to.split(':')[0]} changes nothing"
            checks.that(same and not said["lines"], what, answer.body[:600])


def main():
    checks = Checks()
    folder = Path(tempfile.mkdtemp(prefix="paraat-office-"))
    try:
        with Node() as node:
            report(node, folder, checks)
            lists(node, folder, checks)
            there_and_back(node, folder, checks)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
