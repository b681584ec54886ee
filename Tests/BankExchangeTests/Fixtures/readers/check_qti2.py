"""Checks a package of QTI 2.1: what it refers to is there, and each item scores as it should.

    check_qti2.py PACKAGE

The response processing of each item is executed by pyslet: the right response must give 1, wrong
ones 0, none at all 0. Prints a line for each problem, and last how many items and responses there
were.
"""
import io
import logging
import re
import sys
import warnings
import zipfile

from lxml import etree

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

from pyslet.qtiv2 import variables  # noqa: E402
from pyslet.qtiv2 import xml as qti  # noqa: E402

NAMESPACES = {
    "p": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "q": "http://www.imsglobal.org/xsd/imsqti_v2p1",
}
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*\Z")
problems = []
counts = {"items": 0, "right": 0, "wrong": 0}


def score(root, response):
    """What an item gives for a response."""
    state = variables.ItemSessionState(root)
    state.begin_session()
    state["RESPONSE"].set_value(response)
    root.ResponseProcessing.run(state)
    return state["SCORE"].value, state


def responses(item):
    """The right responses to an item, then wrong ones, as pyslet takes them."""
    declaration = item.find("q:responseDeclaration", NAMESPACES)
    values = [v.text for v in declaration.findall("q:correctResponse/q:value", NAMESPACES)]
    kind = declaration.get("cardinality"), declaration.get("baseType")
    offered = [
        e.get("identifier")
        for e in item.iter("{%s}simpleChoice" % NAMESPACES["q"])
    ]
    if kind == ("single", "identifier"):
        return values, [o for o in offered if o not in values]
    if kind == ("multiple", "identifier"):
        wrong = [values[:-1], values[:-1] + [o for o in offered if o not in values][:1], offered]
        return [values, values[::-1]], wrong
    if kind == ("ordered", "identifier"):
        if sorted(values) != sorted(offered):
            problems.append("not every step is in the right order")
        return [values], [values[::-1], values[1:] + values[:1], values[:-1]]
    if kind == ("multiple", "directedPair"):
        sets = item.findall(".//q:simpleMatchSet", NAMESPACES)
        targets = [e.get("identifier") for e in sets[1]]
        pairs = [v.split(" ") for v in values]
        wrong = [pairs[:-1]]
        others = [t for t in targets if t != pairs[0][1]]
        if others:
            wrong.append([[pairs[0][0], others[0]]] + pairs[1:])
        as_tuples = lambda response: [tuple(pair) for pair in response]
        return [as_tuples(pairs)], [as_tuples(w) for w in wrong if w]
    if kind == ("single", "string"):
        keys = [e.get("mapKey") for e in declaration.iter("{%s}mapEntry" % NAMESPACES["q"])]
        if values[0] != keys[0]:
            problems.append("the first accepted answer is not the right response")
        return keys + [k.upper() for k in keys if k.upper().lower() == k.lower()], [
            "no such answer", keys[0] + " and more"
        ]
    problems.append("no responses for %r" % (kind,))
    return [], []


def check_item(name, data):
    item = etree.fromstring(data)
    counts["items"] += 1
    if not IDENTIFIER.match(item.get("identifier")):
        problems.append("%s: the identifier %r" % (name, item.get("identifier")))
    document = qti.QTIDocument()
    document.read(src=io.BytesIO(data))
    right, wrong = responses(item)
    for response in right:
        points, state = score(document.root, response)
        counts["right"] += 1
        if points != 1.0:
            problems.append("%s: %r is right, but gives %r" % (name, response, points))
        check_feedback(name, item, state)
    for response in wrong:
        points, _ = score(document.root, response)
        counts["wrong"] += 1
        if points != 0.0:
            problems.append("%s: %r is wrong, but gives %r" % (name, response, points))


def check_feedback(name, item, state):
    """Each feedback must belong to an outcome that can take its identifier."""
    for feedback in item.findall("q:modalFeedback", NAMESPACES):
        if feedback.get("outcomeIdentifier") not in state:
            problems.append("%s: a feedback for no outcome" % name)
    general = item.find("q:modalFeedback[@outcomeIdentifier='SOLUTION']", NAMESPACES)
    if general is not None and state["SOLUTION"].value != general.get("identifier"):
        problems.append("%s: the solution is not shown" % name)


def main(path):
    archive = zipfile.ZipFile(path)
    if archive.testzip():
        problems.append("a damaged file: %s" % archive.testzip())
    names = set(archive.namelist())
    manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    resources = manifest.findall(".//p:resource", NAMESPACES)
    identifiers = [r.get("identifier") for r in resources] + [manifest.get("identifier")]
    if len(set(identifiers)) != len(identifiers):
        problems.append("an identifier of the manifest stands twice")
    listed = {"imsmanifest.xml"}
    items = set()
    for resource in resources:
        for file in resource.findall("p:file", NAMESPACES):
            listed.add(file.get("href"))
        for dependency in resource.findall("p:dependency", NAMESPACES):
            if dependency.get("identifierref") not in identifiers:
                problems.append("a dependency on nothing: %s" % dependency.get("identifierref"))
        if resource.get("type") == "imsqti_item_xmlv2p1":
            items.add(resource.get("href"))
            check_item(resource.get("href"), archive.read(resource.get("href")))
    if listed != names:
        problems.append("files and manifest differ: %s" % sorted(listed ^ names))
    test = etree.fromstring(archive.read("test.xml"))
    references = test.findall(".//q:assessmentItemRef", NAMESPACES)
    if sorted(r.get("href") for r in references) != sorted(items):
        problems.append("the test doesn't hold each item once")
    for problem in problems:
        print(problem)
    print("%(items)d items, %(right)d right responses, %(wrong)d wrong ones" % counts)


main(sys.argv[1])
