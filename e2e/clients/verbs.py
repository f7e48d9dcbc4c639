# SPDX-License-Identifier: EUPL-1.2
"""Calls every verb of the description: once as it should be, and in every way it should not."""

from dataclasses import dataclass, field
from typing import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jsonschema import Draft202012Validator

from design_rules import operations, resolve

OVER_THE_LIMIT = 256 * 1024 + 1
SOMEBODY = "00000000-0000-4000-8000-00000000c11e"


@dataclass
class Row:
    """Who calls a verb, at which stream, and with what besides what its examples say.

    A field may be a function of the world. `seen` is a stream that must be seen although the verb
    is not called at it: the one that its fields lead to.
    """

    account: str
    fields: dict = field(default_factory=dict)
    stream: Callable[["World"], str] | None = None
    seen: Callable[["World"], str] | None = None


class World:
    """Addresses of what verbs need; found or made as the driver goes on."""

    def __init__(self, node, token):
        self.node = node
        self.token = token
        self.made = {}

    def activity(self, number):
        """The address of the activity with this number."""
        path = "/v1/cards?module=agenda&kind=activity&pageSize=1000"
        items = self.node.ask("GET", path, self.token).json()["items"]
        return next(it["stream"] for it in items if it["title"]["nl"].startswith(number))

    def open_means(self, number):
        """An activity that the ministry leads itself, and needs extra means for; their stream."""
        activity = self.activity(number)
        lead = {"lead": "jenv", "reason": ""}
        self.node.ask("POST", f"/v1/streams/{activity}/assign", self.token, lead, If_Match='"1"')
        extra = {"activity": activity, "need": "extra", "explanation": "Voorbeeld"}
        return self.node.ask("POST", "/v1/agenda/means/declare", self.token, extra).json()["stream"]


    def incident(self):
        """A crisis of the ministry."""
        if "incident" not in self.made:
            answer = self.node.ask("POST", "/v1/incident/incident/open", self.token, {"title": "Ook"})
            self.made["incident"] = answer.json()["stream"]
        return self.made["incident"]

    def order(self):
        """An order of the ministry to itself."""
        order = {"incident": self.incident(), "text": "Voorbeeld", "to": "jenv"}
        answer = self.node.ask("POST", "/v1/incident/action/give", self.token, order)
        return answer.json()["stream"]

    def ordered(self):
        """An alert of a safety region that was ordered."""
        said = {"language": "nl", "title": "Brand", "what": "Rook", "todo": "Blijf binnen"}
        said |= {"area": "Arcen", "at": "51.5, 6.1"}
        writes, decides = self.node.token("editor-vr23"), self.node.token("decider-vr23")
        alert = self.node.ask("POST", "/v1/communication/alert/draft", writes, said)
        stream = alert.json()["stream"]
        order = {"orderedBy": "minister", "sender": "control-room"}
        path = f"/v1/streams/{stream}/order"
        self.node.ask("POST", path, decides, order, If_Match='"1"')
        return stream

    def message(self):
        """A message of the ministry."""
        said = {"language": "nl", "title": "Ook", "what": "Voorbeeld", "authority": "minister"}
        answer = self.node.ask("POST", "/v1/communication/message/draft", self.token, said)
        return answer.json()["stream"]

    def photo(self):
        """A small photo that the ministry brought whole; its code."""
        pixels = bytes.fromhex("ffd8ffc0000b080002000301011100ffda0008010100003f0012ffd9")
        begun = {"name": "voorbeeld.jpg", "size": len(pixels)}
        code = self.node.ask("POST", "/v1/uploads", self.token, begun).json()["code"]
        bytes_of = {"Upload_Offset": "0", "Content_Type": "application/octet-stream"}
        self.node.ask("PATCH", f"/v1/uploads/{code}", self.token, pixels, **bytes_of)
        return code

    def edition(self):
        """The address of the edition that the demo begins with."""
        path = "/v1/cards?module=agenda&kind=edition&pageSize=10"
        items = self.node.ask("GET", path, self.token).json()["items"]
        return next(it["stream"] for it in items if "2024" in it["title"]["nl"])


def delegation():
    """A delegation of a root key that we made, signed as the envelope says."""
    root, node = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    public = [
        it.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex() for it in (root, node)
    ]
    statement = f"paraat delegation v1\nvr23\n7\n{public[1]}\n".encode()
    return {
        "incarnation": 7,
        "rootKey": public[0],
        "nodeKey": public[1],
        "signature": root.sign(statement).hex(),
    }


MOMENT = "2024-06-10T10:00:00Z"
POINT = {"team": "rot", "at": "51.5, 6.1", "form": "point", "system": "degrees"}
FEATURE = (
    '{"type":"Feature","properties":{"title":"Voorbeeld"},'
    '"geometry":{"type":"Point","coordinates":[6.1,51.5]}}'
)


def incident_rows(made):
    """The verbs of a crisis."""
    crisis = made("IncidentIncidentOpen")
    owner, other, joined = "editor-vr23", "editor-vr24", lambda world: world.incident()

    def of(account, fields=None, stream=None):
        return Row(account, {"incident": crisis} | (fields or {}), stream)

    def to(name):
        return {"of": made(name)}

    fact = {"definition": "evacuated", "value": "12", "observed": MOMENT}
    return {
        "IncidentIncidentOpen": Row(owner, {"circle": "", "happened": MOMENT}),
        "IncidentIncidentEnterPhase": Row(owner, {"phase": "after"}, crisis),
        "IncidentIncidentJoin": Row(owner, {"with": joined}, crisis),
        "IncidentIncidentPart": Row(owner, {"with": joined}, crisis),
        "IncidentIncidentKeepApart": Row(owner, {"with": joined}, crisis),
        "IncidentIncidentRename": Row(owner, {"title": "Anders"}, crisis),
        "IncidentIncidentClose": Row(owner, {}, crisis),
        "IncidentIncidentReopen": Row(owner, {}, crisis),
        "IncidentDirectionTake": of(owner),
        "IncidentDirectionOffer": of(owner, {"to": "vr24"}),
        "IncidentDirectionDecline": of(other, {"from": "vr23"}),
        "IncidentDirectionAccept": of(other, {"from": "vr23"}),
        "IncidentDirectionLayDown": of(other),
        "IncidentScaleSet": of(owner, {"happened": MOMENT}),
        "IncidentTeamAssemble": of(owner, {"team": "rot"}),
        "IncidentTeamStandDown": of(owner, {"team": "rot"}),
        "IncidentLogWrite": of(owner, {"team": "rot", "happened": MOMENT}),
        "IncidentLogConfirm": of(owner, {"team": "rot", "line": 1}),
        "IncidentPartShare": of(owner, {"team": "rot", "theme": "water", "every": 60}),
        "IncidentPartConfirm": of(owner, {"team": "rot", "theme": "water"}),
        "IncidentFactState": of(owner, fact | {"until": MOMENT}),
        "IncidentHeldFactHold": of(owner, fact | {"area": "Elders"}),
        "IncidentFactRelease": of(
            "decider-vr23",
            fact
            | {"area": "Elders"}
            | {"heldAs": made("IncidentHeldFactHold"), "until": MOMENT, "informedAt": MOMENT},
        ),
        "IncidentSealedSeal": of("sis-vr23", {"compartment": "persons"}),
        "IncidentSealedAdd": Row("sis-vr23", {}, made("IncidentSealedSeal")),
        "IncidentSealedCorrect": Row("sis-vr23", {"entry": 1, "text": "Anders"}, made("IncidentSealedSeal")),
        "IncidentSealedClose": Row("sis-vr23", {}, made("IncidentSealedSeal")),
        "IncidentDisputeSay": Row(other, {"fact": made("IncidentFactState")}),
        "IncidentDisputeDrop": Row(other, {"fact": made("IncidentFactState")}),
        "IncidentFactConfirm": Row(owner, {}, made("IncidentFactState")),
        "IncidentFactRetract": Row(owner, {}, made("IncidentFactState")),
        "IncidentActionGive": of(owner, {"to": "vr24", "due": MOMENT}),
        "IncidentActionFinish": Row("editor-jenv", {}, lambda world: world.order()),
        "IncidentBottleneckRaise": of(owner, {"to": "vr24", "below": ""}),
        "IncidentQuestionAsk": of(owner, {"to": "vr24", "due": MOMENT}),
        "IncidentResponseAccept": of(other, to("IncidentActionGive")),
        "IncidentResponseFinish": of(other, to("IncidentActionGive")),
        "IncidentResponseRefuse": of(other, to("IncidentBottleneckRaise")),
        "IncidentResponseAnswer": of(other, to("IncidentQuestionAsk") | {"seenIn": ""}),
        "IncidentResponseAskToo": of("editor-saba", to("IncidentQuestionAsk")),
        "IncidentActionWithdraw": Row(owner, {}, made("IncidentActionGive")),
        "IncidentBottleneckResolve": Row(owner, {}, made("IncidentBottleneckRaise")),
        "IncidentQuestionClose": Row(owner, {}, made("IncidentQuestionAsk")),
        "IncidentDecisionTake": of(
            owner, {"checkOn": MOMENT, "restsOn": MOMENT, "meeting": ""}
        ),
        "IncidentDecisionSupplement": Row(
            owner, {"checkOn": MOMENT, "advice": "Ander"}, made("IncidentDecisionTake")
        ),
        "IncidentDecisionCheck": Row(owner, {}, made("IncidentDecisionTake")),
        "IncidentDecisionRevoke": Row(owner, {}, made("IncidentDecisionTake")),
        "IncidentMeetingCall": of(owner, {"at": MOMENT}),
        "IncidentMeetingHold": Row(owner, {}, made("IncidentMeetingCall")),
        "IncidentSynthesisPublish": of(owner),
        "IncidentReportFreeze": of(owner, {"expected": MOMENT, "seen": MOMENT}),
        "IncidentClockSet": of(owner, {"first": MOMENT}),
        "IncidentClockStop": of(owner),
        "IncidentColourChoose": Row(owner, {}),
        "IncidentAttachmentAttach": of(
            "editor-jenv", {"of": crisis, "file": lambda world: world.photo()}
        ),
        "IncidentAttachmentDetach": Row(
            "editor-jenv", {"name": "voorbeeld.jpg"}, made("IncidentAttachmentAttach")
        ),
        "IncidentLayerPlace": of(
            owner, POINT | {"stale": MOMENT, "observed": MOMENT}
        ),
        "IncidentLayerMove": of(owner, POINT | {"object": 1, "stale": MOMENT, "observed": MOMENT}),
        "IncidentLayerConfirm": of(owner, {"team": "rot", "object": 1}),
        "IncidentLayerRemove": of(owner, {"team": "rot", "object": 1}),
        "IncidentLayerSigns": of(owner, {"team": "rot", "set": "voorbeeld"}),
        "IncidentLayerImport": of(
            owner, {"geojson": FEATURE, "team": "rot", "stale": MOMENT, "observed": MOMENT}
        ),
    }


LATER = "2099-06-10T10:00:00Z"


def communication_rows(made):
    """The verbs of the public word."""
    owner, decider = "editor-vr23", "decider-vr23"
    message, alert = made("CommunicationMessageDraft"), made("CommunicationAlertDraft")
    said = {"language": "nl", "nextUpdate": LATER}
    warned = {"language": "nl", "language2": "en", "at": "51.5, 6.1", "expires": LATER}
    warned |= {"more": "https://www.crisis.nl/"}
    crisis = {"incident": lambda world: world.incident()}
    return {
        "CommunicationMessageDraft": Row(owner, said | crisis),
        "CommunicationMessageHold": Row(owner, crisis),
        "CommunicationMessageRevise": Row(owner, {"title": "Anders", "nextUpdate": LATER}, message),
        "CommunicationMessageTranslate": Row(owner, {"language": "en"}, message),
        "CommunicationMessagePublish": Row(owner, {}, message),
        "CommunicationMessageWithdraw": Row(owner, {}, message),
        "CommunicationAlertDraft": Row(owner, warned | crisis),
        "CommunicationAlertRevise": Row(owner, warned | {"title": "Anders"}, alert),
        "CommunicationAlertOrder": Row(decider, {}, alert),
        "CommunicationAlertReview": Row(decider, {}, alert),
        "CommunicationAlertHandOver": Row(owner, {}, alert),
        "CommunicationAlertReportDelivery": Row(owner, {}, alert),
        "CommunicationAlertConfirm": Row(owner, {"sent": MOMENT}, alert),
        "CommunicationAlertWithdraw": Row(owner, {}, alert),
        "CommunicationAlertObject": Row(owner, {}, lambda world: world.ordered()),
        "CommunicationContactRegister": Row(owner, {"sort": "phone", "value": "0800 1351"}),
        "CommunicationContactCallBack": Row(owner, {}, made("CommunicationContactRegister")),
        "CommunicationContactAttest": Row(decider, {}, made("CommunicationContactRegister")),
        "CommunicationContactRetire": Row(owner, {}, made("CommunicationContactRegister")),
        "CommunicationSignalNote": Row(owner, crisis),
        "CommunicationSignalSeeAgain": Row(owner, {}, made("CommunicationSignalNote")),
        "CommunicationSignalAnswer": Row(owner, {}, made("CommunicationSignalNote")),
        "CommunicationSignalClose": Row(owner, {}, made("CommunicationSignalNote")),
        "CommunicationVoiceAssign": Row(owner, crisis),
        "CommunicationSayGive": Row(
            "editor-vr24", {"message": lambda world: world.message(), "verdict": "objects"}
        ),
    }


def rows(world):
    """One row for each schema of a verb, in the order in which they need each other."""
    made = lambda name: lambda world: world.made[name]
    circle = made("TrustCircleMake")
    return {
        "AgendaEditionIssue": Row("decider-jenv", {"slug": "voorbeeld", "toYear": 2004}),
        "AgendaAmbitionIssue": Row(
            "decider-jenv", {"slug": "voorbeeld", "number": "9Z", "pillar": ""}
        ),
        "AgendaActivityIssue": Row(
            "decider-jenv",
            {
                "slug": "voorbeeld",
                "number": "9.99",
                "pillar": "p1",
                "ambition": "p1-a",
                "lead": "",
                "themes": "",
                "toYear": 2004,
            },
        ),
        "AgendaActivityAssign": Row(
            "editor-jenv",
            {"lead": "vr23", "reason": ""},
            lambda world: world.activity("1.02"),
        ),
        "AgendaProgressReport": Row(
            "editor-vr23", {"activity": world.activity("1.02"), "status": "under-way"}
        ),
        "AgendaCommentWrite": Row("editor-saba", {"activity": world.activity("1.02")}),
        "AgendaProposalAnnounce": Row("editor-jenv"),
        "AgendaExplanationDeclare": Row(
            "editor-vr23",
            {"subject": world.activity("1.02"), "island": "saba"},
        ),
        "AgendaConsultationAnswer": Row(
            "editor-saba",
            {
                "subject": world.activity("1.02"),
                "explanation": made("AgendaExplanationDeclare"),
                "consulted": "2024-06-10",
            },
        ),
        "AgendaProposalDrop": Row("editor-jenv", {}, made("AgendaProposalAnnounce")),
        "AgendaCoLeadName": Row(
            "editor-jenv", {"activity": world.activity("1.02"), "organisation": "vr24"}
        ),
        "AgendaStatementState": Row(
            "editor-vr24",
            {"activity": world.activity("1.02"), "coLead": made("AgendaCoLeadName")},
        ),
        "AgendaCoLeadRelease": Row("editor-jenv", {}, made("AgendaCoLeadName")),
        "AgendaMeansDeclare": Row(
            "editor-vr23", {"activity": world.activity("1.02"), "need": "extra"}
        ),
        "AgendaMeansArrange": Row(
            "editor-vr23", {"activity": world.activity("1.02")}, seen=made("AgendaMeansDeclare")
        ),
        "AgendaMeansAdjust": Row(
            "editor-jenv",
            {"activity": world.activity("1.03")},
            seen=lambda world: world.open_means("1.03"),
        ),
        "AgendaJointPlanPropose": Row(
            "editor-veiligheidsberaad", {"activity": world.activity("1.02"), "stance": "adopted"}
        ),
        "AgendaPlanList": Row("editor-vr23", {"fromYear": 2025, "toYear": 2028}),
        "AgendaPlanRevise": Row(
            "editor-vr23", {"fromYear": 2025, "toYear": 2029}, made("AgendaPlanList")
        ),
        "AgendaPlanRemove": Row("editor-vr23", {}, made("AgendaPlanList")),
        "AgendaDraftConfirm": Row(
            "editor-vr23", {"activity": world.activity("1.02"), "marks": ""}
        ),
        "AgendaDraftRecord": Row(
            "editor-vr23", {"activity": world.activity("1.03"), "stance": "partly"}
        ),
        "AgendaTranslationAdopt": Row(
            "decider-vr23",
            {
                "activity": world.activity("1.02"),
                "organisation": "vr23",
                "decidedOn": "2025-01-01",
                "marks": "",
            },
        ),
        "AgendaHearingOpen": Row(
            "editor-jenv", {"edition": world.edition(), "answerBy": "2099-12-31"}
        ),
        "AgendaAccountAnswer": Row("editor-vr23", {"edition": world.edition(), "planned": ""}),
        "RegistersCorrectionCorrect": Row(
            "editor-vr24", {"slug": "vr24", "field": "short", "validFrom": "2024-01-01"}
        ),
        "RegistersBoundaryImport": Row(
            "editor-vr24",
            {
                "area": "vr24",
                "year": 2023,
                "rings": "58000000 508000000 1000000 0 0 1000000",
            },
        ),
        "RegistersBoundaryRetract": Row("editor-vr24", {"area": "vr24", "year": 2023}),
        **incident_rows(made),
        **communication_rows(made),
        "TrustCircleMake": Row("decider-vr23"),
        "TrustCircleAdmit": Row("decider-vr23", {"organisation": "vr24"}, circle),
        "TrustCircleClose": Row("decider-vr23", {"organisation": "vr24"}, circle),
        "TrustFunctionLend": Row(
            "admin-vr23", {"account": SOMEBODY, "until": "2036-01-01T00:00:00Z"}
        ),
        "TrustFunctionEnd": Row("admin-vr23", {"account": SOMEBODY}),
        "TrustAccessLetIn": Row("admin-vr23", {"account": SOMEBODY}),
        "TrustAccessShutOut": Row("admin-vr23", {"account": SOMEBODY}),
        "TrustKeysDelegate": Row("admin-vr23", delegation()),
    }


# What a key of an account opens of what is sealed.
SEALED = {"sis-vr23": ("--sealed", "persons")}

MORE_ACCOUNTS = [
    ("decider-jenv", "jenv", "decider"),
    ("admin-vr23", "vr23", "admin"),
]


def described(document):
    """Every verb as {name of its schema: (path, status of success, schema, example)}."""
    found = {}
    for path, method, operation in operations(document):
        if method != "post":
            continue
        content = operation["requestBody"]["content"].get("application/json")
        if not content:
            continue  # A file: lists are asked for in openapi.py.
        if path == "/uploads":
            continue  # No verb: what it answers is asked for with the verb that takes the file.
        good = next(status for status in operation["responses"] if status[0] == "2")
        schema = content["schema"]
        for one in schema.get("oneOf", schema.get("anyOf", [schema])):
            name = one["$ref"].rsplit("/", 1)[1]
            found[name] = (path, int(good), resolve(document, one), content.get("example", {}))
    return found


def example(schema, given):
    """A body that fits: what the description gives, else what the shape of a field says."""
    return {name: given.get(name, simplest(inner)) for name, inner in schema["properties"].items()}


def simplest(schema):
    """The simplest value of a shape."""
    schema = schema["anyOf"][0] if "anyOf" in schema else schema
    if "enum" in schema:
        return schema["enum"][0]
    by_type = {"integer": schema.get("minimum", 1), "array": [], "string": "Voorbeeld"}
    return by_type[schema["type"]]


class Driver:
    """Goes over all verbs."""

    def __init__(self, checks, node, document):
        self.checks, self.node, self.document = checks, node, document
        self.tokens = {}
        for account in MORE_ACCOUNTS:
            node.account(*account)
        self.world = World(node, self.key("editor-jenv"))

    def key(self, account):
        if account not in self.tokens:
            self.tokens[account] = self.node.token(account, *SEALED.get(account, ()))
        return self.tokens[account]

    def run(self):
        """Every verb that is described has a row, and every row is described."""
        verbs, table = described(self.document), rows(self.world)
        for name in sorted(verbs.keys() - table.keys()):
            self.checks.that(False, f"{name} has a row in e2e/clients/verbs.py")
        for name in sorted(table.keys() - verbs.keys()):
            self.checks.that(False, f"{name} of e2e/clients/verbs.py is described")
        for name, row in table.items():
            if name in verbs:
                self.verb(name, row, *verbs[name])

    def verb(self, name, row, path, good, schema, given):
        """One verb: refused in every way first, so that nothing is there yet, then done."""
        if row.stream:
            path = path.replace("{stream}", row.stream(self.world))
        own = {
            name: value(self.world) if callable(value) else value
            for name, value in row.fields.items()
        }
        body = example(schema, given) | own
        errors = list(Draft202012Validator(schema).iter_errors(body))
        self.checks.that(not errors, f"{name}: our body fits its description", errors)
        call = Call(self, name, f"/v1{path}", self.key(row.account), body, schema)
        call.seen = row.seen(self.world) if row.seen else None
        call.refusals(self.key("reader-inspectie"))
        receipt = call.done(good)
        if receipt:
            self.world.made[name] = receipt["stream"]


class Call:
    """One verb at one address."""

    def __init__(self, driver, name, path, token, body, schema):
        self.driver, self.node, self.checks = driver, driver.node, driver.checks
        self.name, self.path, self.token = name, path, token
        self.body, self.schema = body, schema
        self.seen = None

    def ask(self, body, token=None, **headers):
        # What is sealed is written to by who says why; nothing else asks for it.
        headers.setdefault("Read_Reason", "Voorbeeld")
        return self.node.ask("POST", self.path, token, body, **headers)

    def refused(self, what, answer, *statuses):
        """It was refused with one of these statuses, and says why in the form of RFC 9457."""
        name = f"{self.name}: {what} is {' or '.join(map(str, statuses))}"
        self.checks.that(answer.status in statuses, name, answer.status, answer.body)
        problem(self.checks, name, answer)
        return answer

    def refusals(self, reader):
        """Everything that should not be taken."""
        token, body = self.token, self.body
        self.refused("no key", self.ask(body), 401)
        # There are more verbs than tries with keys that open nothing: then it is told to wait.
        self.refused("a key that opens nothing", self.ask(body, "paraat_" + "A" * 43), 401, 429)
        self.refused("a reader", self.ask(body, reader), 403, 404)
        answer = self.refused("an unknown field", self.ask(body | {"colour": "x"}, token), 422)
        self.names(answer, "colour")
        for name, inner in self.schema["properties"].items():
            answer = self.refused(f"a list in {name}", self.ask(body | {name: [[1]]}, token), 422)
            self.names(answer, name)
            answer = self.refused(f"an object in {name}", self.ask(body | {name: {}}, token), 422)
            if "maxLength" in inner:
                long = body | {name: "x" * (inner["maxLength"] + 1)}
                self.refused(f"too much in {name}", self.ask(long, token), 422)
            if "enum" in inner:
                self.refused(f"no choice in {name}", self.ask(body | {name: "zz"}, token), 422)
        for name in self.schema["required"]:
            less = {other: value for other, value in body.items() if other != name}
            self.names(self.refused(f"without {name}", self.ask(less, token), 422), name)
        self.bytes(token)

    def bytes(self, token):
        """What is no JSON object in UTF-8 within the limit."""
        self.refused("broken UTF-8", self.ask(b'{"text":"\xff\xfe"}', token), 400)
        self.refused("half an object", self.ask(b'{"text":', token), 400)
        self.refused("a list", self.ask([], token), 400)
        self.refused("an empty body", self.ask(b"", token), 400)
        long = b'{"text":"' + b"x" * OVER_THE_LIMIT + b'"}'
        self.refused("a body over the limit", self.ask(long, token), 413)
        form = {"Content_Type": "application/x-www-form-urlencoded"}
        self.refused("a form", self.ask(b"text=x", token, **form), 415)
        self.refused("another method", self.node.ask("DELETE", self.path, token), 405)
        key = {"Idempotency_Key": "x" * 201}
        self.refused("a key that is too long", self.ask(self.body, token, **key), 400)

    def names(self, answer, name):
        """The field is named."""
        if answer.status == 422:
            named = [it["field"] for it in answer.json().get("errors", [])]
            self.checks.that(name in named, f"{self.name}: the answer names {name}", answer.body)

    def done(self, good):
        """It is done once, however often it is sent under one key."""
        key = {"Idempotency_Key": f"{self.name}-1"}
        seen = self.version()
        if seen:
            self.refused("a version that was not seen", self.ask(self.body, self.token), 428)
            old = {"If_Match": f'"{seen + 40}"'}
            self.refused("another version", self.ask(self.body, self.token, **old), 412)
            key["If_Match"] = f'"{seen}"'
        first = self.ask(self.body, self.token, **key)
        name = f"{self.name}: it is done"
        if not self.checks.that(first.status == good, name, first.status, first.body):
            return None
        self.checks.that("api-version" in first.headers, f"{name}, with API-Version")
        fits(self.checks, self.driver.document, name, "Receipt", first.json())
        again = self.ask(self.body, self.token, **key)
        same = again.json() == first.json() and again.status == good
        self.checks.that(same, f"{self.name}: sent again it is answered, not done", again.body)
        other = self.ask(self.other(), self.token, **key)
        self.refused("a used key with another body", other, 422, 409)
        return first.json()

    def other(self):
        """Another body that fits as well."""
        for name, inner in self.schema["properties"].items():
            value = self.body[name]
            if inner.get("type") == "string" and "enum" not in inner and "pattern" not in inner:
                return self.body | {name: f"{value} en meer"}
            if inner.get("enum"):
                return self.body | {name: next(it for it in inner["enum"] if it not in (value, ""))}
        return self.body | {"organisation": "saba"}

    def version(self):
        """The version of a stream that must be seen; none where none must."""
        operation = self.driver.document["paths"]
        template = next(path for path in operation if self.fits(path))
        named = [it.get("$ref", "") for it in operation[template]["post"]["parameters"]]
        at_stream = "/streams/" in self.path
        if not any(it.endswith("/ifMatch") for it in named) or not (at_stream or self.seen):
            return None
        stream = self.path.split("/")[3] if at_stream else self.seen
        return self.node.ask("GET", f"/v1/streams/{stream}", self.token).json()["version"]

    def fits(self, path):
        parts, own = path.strip("/").split("/"), self.path.removeprefix("/v1/").split("/")
        same = (part == mine or part[0] == "{" for part, mine in zip(parts, own))
        return len(parts) == len(own) and all(same)


def problem(checks, name, answer):
    """What went wrong is said in the form of RFC 9457, and the API names its version."""
    checks.that(answer.kind == "application/problem+json", f"{name}, as a problem", answer.kind)
    checks.that("api-version" in answer.headers, f"{name}, with API-Version", answer.headers)
    told = answer.json() if answer.kind.endswith("json") else {}
    whole = told.get("title") and told.get("detail") and told.get("status") == answer.status
    checks.that(whole, f"{name}, in words", answer.body)
    words = f"{told.get('title')} {told.get('detail')}"
    checks.that("«" not in words, f"{name}, in words that exist", words)


def fits(checks, document, name, schema, value):
    """The answer is as described."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    errors = [it.message for it in Draft202012Validator(whole).iter_errors(value)]
    checks.that(not errors, f"{name}: the answer fits {schema}", errors)
