"""Checks a package of QTI 1.2 for Canvas against one of text2qti, and each item's scoring.

    check_canvas.py PACKAGE PACKAGE_OF_TEXT2QTI

Elements and attributes must be such as text2qti writes them for questions of the same type (those
it doesn't know are left to the scoring). The response processing is executed here: the right
response must give 100, wrong ones less. Prints a line for each problem, and last how many items and
responses there were.
"""
import sys
import zipfile

from lxml import etree

N = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
problems = []
counts = {"items": 0, "right": 0, "wrong": 0}


def kind(item):
    for field in item.iter(N + "qtimetadatafield"):
        if field.findtext(N + "fieldlabel") == "question_type":
            return field.findtext(N + "fieldentry")
    return None


def shape(element, path=""):
    """All paths of elements, with their attributes."""
    path += "/" + etree.QName(element).localname
    yield path + "".join(" @" + name for name in sorted(element.attrib))
    for child in element:
        yield from shape(child, path)


def holds(test, response):
    """Whether a condition holds for a response: values by the identifiers of responses."""
    name = etree.QName(test).localname
    if name in ("conditionvar", "and"):
        return all(holds(part, response) for part in test)
    if name == "or":
        return any(holds(part, response) for part in test)
    if name == "not":
        return not any(holds(part, response) for part in test)
    if name == "other":
        return True
    if name == "varequal":
        return test.text in response.get(test.get("respident"), [])
    raise ValueError(name)


def score(item, response):
    total = 0
    for condition in item.iter(N + "respcondition"):
        test = condition.find(N + "conditionvar")
        # Of several values for one response that may hold only one, any will do.
        tests = list(test)
        is_typed = len(tests) > 1 and len({t.get("respident") for t in tests}) == 1
        if any(holds(t, response) for t in tests) if is_typed else holds(test, response):
            for setvar in condition.findall(N + "setvar"):
                points = float(setvar.text)
                total = total + points if setvar.get("action") == "Add" else points
            if condition.get("continue") == "No":
                break
    return total


def keys(item):
    """The values of the last condition that gives points."""
    found = []
    for condition in item.iter(N + "respcondition"):
        if condition.find(N + "setvar") is not None:
            found.append([
                v for v in condition.iter(N + "varequal")
                if etree.QName(v.getparent()).localname != "not"
            ])
    return found


def check(item):
    counts["items"] += 1
    type_ = kind(item)
    labels = [e.get("ident") for e in item.iter(N + "response_label")]
    found = keys(item)
    name = item.get("ident")
    if type_ == "ordering_question":
        values = [v.text for v in found[0]]
        if sorted(values) != sorted(labels):
            problems.append("%s: not each step once in the right order" % name)
        return
    if type_ == "matching_question":
        right = {v.get("respident"): [v.text] for values in found for v in values}
        first = next(iter(right))
        wrong = [dict(right, **{first: []}), {}]
        expected = [r.get("ident") for r in item.iter(N + "response_lid")]
        if sorted(expected) != sorted(right):
            problems.append("%s: a prompt without a key" % name)
        if any(value not in labels for values in right.values() for value in values):
            problems.append("%s: a key that is no answer" % name)
    else:
        values = [v.text for v in found[-1]]
        if type_ == "multiple_answers_question":
            right = {"response1": values}
            wrong = [{"response1": values[:-1]}, {"response1": labels}, {}]
        elif type_ == "short_answer_question":
            right = {"response1": values[:1]}
            wrong = [{"response1": ["no such answer"]}, {}]
        else:
            right = {"response1": values}
            wrong = [{"response1": [label]} for label in labels if label not in values] + [{}]
            if len(values) != 1:
                problems.append("%s: %d keys of a single choice" % (name, len(values)))
    points = score(item, right)
    counts["right"] += 1
    if abs(points - 100) > 0.1:
        problems.append("%s: the right response gives %r" % (name, points))
    for response in wrong:
        counts["wrong"] += 1
        if score(item, response) > 99:
            problems.append("%s: %r is wrong, but gives all points" % (name, response))


def document(path):
    archive = zipfile.ZipFile(path)
    manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    names = set(archive.namelist())
    main, meta = None, None
    for resource in manifest.iter("{*}resource"):
        files = [f.get("href") for f in resource.findall("{*}file")]
        if not set(files) <= names:
            problems.append("%s lists files that are not there" % path)
        if resource.get("type") == "imsqti_xmlv1p2":
            main = files[0]
        elif files[0].endswith("assessment_meta.xml"):
            meta = files[0]
    if "non_cc_assessments/" not in names:
        problems.append("%s has no folder non_cc_assessments" % path)
    root = etree.fromstring(archive.read(main))
    meta = etree.fromstring(archive.read(meta))
    assessment = root.find(N + "assessment")
    if meta.get("identifier") != assessment.get("ident"):
        problems.append("%s: quiz and assessment have different identifiers" % path)
    return root, meta


def main(path, other):
    root, meta = document(path)
    known, known_meta = document(other)
    shapes = {}
    for item in known.iter(N + "item"):
        shapes.setdefault(kind(item), set()).update(shape(item))
    for item in root.iter(N + "item"):
        check(item)
        if kind(item) in shapes:
            for part in sorted(set(shape(item)) - shapes[kind(item)]):
                problems.append("%s: text2qti has no %s" % (kind(item), part))
    for part in sorted(set(shape(meta)) - set(shape(known_meta))):
        problems.append("text2qti has no %s" % part)
    for problem in problems:
        print(problem)
    print("%(items)d items, %(right)d right responses, %(wrong)d wrong ones" % counts)


main(*sys.argv[1:])
