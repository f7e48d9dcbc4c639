# SPDX-License-Identifier: EUPL-1.2
"""The NL API Design Rules 2 (Logius) that a machine can see in a description."""

import re

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
CAMEL = re.compile(r"[a-z][A-Za-z0-9]*\Z")
UPPER_CAMEL = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
SEMVER = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?\Z"
)
A_DATE = re.compile(r"(date|datum|.*(Date|Datum))\Z")


def resolve(document, value):
    """What a reference points at; anything else as it is."""
    while isinstance(value, dict) and "$ref" in value:
        at = document
        for part in value["$ref"].removeprefix("#/").split("/"):
            at = at[part.replace("~1", "/").replace("~0", "~")]
        value = at
    return value


def operations(document):
    """Every operation, as (path, method, operation)."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def walk(value, place=""):
    """Every object in a document with the place where it stands."""
    if isinstance(value, dict):
        yield place, value
        for name, inner in value.items():
            yield from walk(inner, f"{place}/{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f"{place}/{index}")


def check(checks, document):
    """All rules."""
    head(checks, document)
    for path, item in document["paths"].items():
        addresses(checks, path, item)
    names = [operation.get("operationId") for _, _, operation in operations(document)]
    checks.that(len(names) == len(set(names)), "each operation has a name of its own", names)
    for path, method, operation in operations(document):
        where = f"{method.upper()} {path}"
        parameters(checks, document, where, operation)
        answers(checks, document, where, method, operation)
    schemas(checks, document)


def head(checks, document):
    """Who is behind it, and which version."""
    info, contact = document["info"], document["info"].get("contact", {})
    checks.that(document["openapi"].startswith("3."), "OpenAPI 3", document["openapi"])
    checks.that(SEMVER.match(info["version"]), "the version is semantic", info["version"])
    for name in ("name", "email", "url"):
        checks.that(contact.get(name), f"the contact has a {name}", contact)
    servers = [it["url"] for it in document.get("servers", [])]
    checks.that(servers, "servers are named")
    for url in servers:
        checks.that(re.search(r"/v1(/|\Z)", url), "the major version is in the address", url)
        checks.that(not url.endswith("/"), "no slash at the end of a server", url)


def addresses(checks, path, item):
    """How a path is written."""
    checks.that(path == "/" or not path.endswith("/"), "no slash at the end", path)
    for part in path.strip("/").split("/"):
        braced = re.fullmatch(r"\{(.+)\}", part)
        rule = CAMEL if braced else KEBAB
        checks.that(rule.match(braced.group(1) if braced else part), "parts are kebab-case", path)
    others = set(item) - METHODS - {"parameters", "summary", "description", "servers", "$ref"}
    checks.that(not others, "only methods of HTTP", path, others)


def parameters(checks, document, where, operation):
    """How a parameter is written."""
    for parameter in operation.get("parameters", []):
        parameter = resolve(document, parameter)
        if parameter["in"] == "query":
            checks.that(CAMEL.match(parameter["name"]), "query keys are camelCase", where)


def answers(checks, document, where, method, operation):
    """What it can answer."""
    responses = operation["responses"]
    asks = method in {"post", "put", "patch"} or operation.get("parameters")
    checks.that(not asks or "400" in responses, f"{where} can answer 400")
    for status, response in responses.items():
        response = resolve(document, response)
        content = response.get("content", {})
        headers = {name.lower() for name in response.get("headers", {})}
        if status[0] in "23":
            checks.that("api-version" in headers, f"{where} {status} has API-Version", headers)
        if status[0] not in "45":
            continue
        problem = content.get("application/problem+json")
        if checks.that(problem and len(content) == 1, f"{where} {status} is a problem", content):
            members = resolve(document, problem["schema"]).get("properties", {})
            told = {"status", "title", "detail"} <= set(members)
            checks.that(told, f"{where} {status} says what is wrong", members)


def schemas(checks, document):
    """How fields are written."""
    for name in document["components"]["schemas"]:
        checks.that(UPPER_CAMEL.match(name), "schemas are UpperCamelCase", name)
    for place, value in walk(document):
        if "/example" in place:
            continue
        kind = value.get("format")
        checks.that(kind not in {"time", "date-time-local"}, "no time without a day", place)
        for name, inner in value.get("properties", {}).items():
            if not isinstance(inner, dict):
                continue
            checks.that(CAMEL.match(name), "fields are camelCase", f"{place}/{name}")
            if A_DATE.match(name):
                checks.that(inner.get("format") == "date", "a date is a date", f"{place}/{name}")
