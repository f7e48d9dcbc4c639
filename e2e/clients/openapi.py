# SPDX-License-Identifier: EUPL-1.2
"""The API as a client sees it: its description is valid and follows the NL API Design Rules, and
the node does what it says, verb by verb."""

import sys

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

import design_rules
from checks import Checks
from node import Node
from verbs import Driver, fits, problem


def description(checks, node):
    """The description, which needs no login and may be read from everywhere."""
    answer = node.ask("GET", "/v1/openapi.json")
    checks.that(answer.status == 200, "the description needs no login", answer.status)
    checks.that("api-version" in answer.headers, "the description comes with API-Version")
    allowed = answer.headers.get("access-control-allow-origin")
    checks.that(allowed == "*", "the description may be read from everywhere", allowed)
    return answer.json()


def validity(checks, document):
    """It is valid, and its own examples are as it says."""
    errors = [
        f"{list(it.path)}: {it.message}" for it in OpenAPIV31SpecValidator(document).iter_errors()
    ]
    checks.that(not errors, "the description is valid OpenAPI 3.1", *errors[:5])
    for place, media in design_rules.walk(document["paths"], "paths"):
        if "schema" not in media or "example" not in media:
            continue
        whole = {**media["schema"], "components": document["components"]}
        wrong = [it.message for it in Draft202012Validator(whole).iter_errors(media["example"])]
        checks.that(not wrong, f"the example fits: {place}", *wrong[:3])


def reading(checks, node, document, token):
    """What is read is as described, and what cannot be read says why."""
    cards = node.ask("GET", "/v1/cards?module=agenda&kind=activity&pageSize=20", token)
    checks.that(
        cards.status == 200 and "api-version" in cards.headers, "cards are read", cards.body
    )
    fits(checks, document, "cards", "CardList", cards.json())
    checks.that(cards.json()["total"] == 48, "there are 48 activities", cards.json()["total"])
    seen, after = [], ""
    while True:
        path = f"/v1/cards?module=agenda&kind=activity&pageSize=20{after}"
        page = node.ask("GET", path, token).json()
        seen += [it["stream"] for it in page["items"]]
        if "next" not in page:
            break
        after = f"&after={page['next']}"
    checks.that(len(seen) == len(set(seen)) == 48, "pages leave nothing out", len(seen))
    found = node.ask("GET", "/v1/cards?module=agenda&text=risicobeeld", token).json()
    checks.that(found["total"] >= 1, "a word is found", found)
    fits(checks, document, "found", "CardList", found)
    stream = seen[0]
    one = node.ask("GET", f"/v1/streams/{stream}", token)
    checks.that(one.status == 200 and "api-version" in one.headers, "a stream is read", one.body)
    fits(checks, document, "a stream", "Stream", one.json())
    past = node.ask("GET", f"/v1/streams/{stream}/history", token)
    checks.that(
        past.status == 200 and "api-version" in past.headers, "a history is read", past.body
    )
    fits(checks, document, "a history", "EntryList", past.json())
    lists(checks, node, document, token)
    wrong_questions(checks, node, token, stream)


def lists(checks, node, document, token):
    """A list as a file, and the same file back: it changes nothing."""
    path = "/v1/lists/registers/organisations"
    for form in ("csv", "xlsx", "ods"):
        out = node.ask("GET", f"{path}?as={form}", token)
        named = out.headers.get("content-disposition", "")
        checks.that(out.status == 200 and f".{form}" in named, f"a list as {form}", named)
    missing = node.ask("GET", "/v1/lists/registers/nothing", token)
    problem(checks, "no such list", missing)


def wrong_questions(checks, node, token, stream):
    """Questions that cannot be answered."""
    nobody = "vr23." + "0" * 32
    for path, key, status in [
        ("/v1/cards", None, 401),
        (f"/v1/streams/{stream}", None, 401),
        (f"/v1/streams/{nobody}", token, 404),
        (f"/v1/streams/{nobody}/history", token, 404),
        ("/v1/streams/no-address", token, 404),
        ("/v1/nothing", token, 404),
        ("/v1/cards?pageSize=many", token, 400),
        ("/v1/cards?pageSize=0", token, 400),
        ("/v1/cards?after=elsewhere", token, 400),
        ("/v1/cards?changedSince=yesterday", token, 400),
        ("/v1/cards?under=nowhere", token, 400),
        ("/v1/cards?colour=blue", token, 400),
        ("/v1/cards?text=%FF%FE", token, 400),
    ]:
        answer = node.ask("GET", path, key)
        name = f"GET {path.replace(stream, '{stream}')} is {status}"
        checks.that(answer.status == status, name, answer.status, answer.body)
        problem(checks, name, answer)


def main():
    """Everything, on one node."""
    checks = Checks()
    with Node() as node:
        document = description(checks, node)
        validity(checks, document)
        design_rules.check(checks, document)
        reading(checks, node, document, node.token("reader-inspectie"))
        Driver(checks, node, document).run()
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
