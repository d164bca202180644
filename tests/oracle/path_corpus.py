"""Prints tests/goldens/paths.ndjson: methods and paths as a client may write them, and the server's answers.

    python path_corpus.py > ../goldens/paths.ndjson

Paths are percent-encoded in odd ways, or in ways that change their segments. They are sent unchanged, as raw ASGI, with
the path decoded as uvicorn does it. A line is `{"request", "status", "body"}`; `body` is the text of a 422, otherwise
null. Only operations without a body and a query string are used, because only the path is compared. Needs
requirements.txt.
"""
import json
import random

from answer import Oracle
from app import BASE

SEED = 20261128
COUNT = 2_000

ROUTES = [
    ("GET", "/campaigns/{}"),
    ("DELETE", "/campaigns/{}"),
    ("POST", "/campaigns/{}/pause"),
    ("POST", "/campaigns/{}/activate"),
    ("GET", "/campaigns/{}/leads/{}"),
    ("GET", "/sender-accounts/{}"),
    ("DELETE", "/sender-accounts/{}"),
    ("GET", "/campaigns/{}/leads/upload/{}"),
    ("GET", "/sender-accounts/smtp/bulk/{}/progress"),
    ("GET", "/sender-accounts/bulk/delete/{}/progress"),
    ("GET", "/domains/{}"),
    ("POST", "/domains/{}/activate"),
    ("GET", "/domains/{}/progress"),
    ("DELETE", "/domains/{}"),
    ("GET", "/domains/{}/redirect"),
    ("GET", "/replies/threads/{}"),
    ("PATCH", "/replies/threads/{}/read"),
    ("PATCH", "/replies/threads/{}/star"),
]
UUID = "550e8400-e29b-41d4-a716-446655440000"
VALUES = [
    UUID, UUID.upper(), UUID.replace("-", ""), "{" + UUID + "}", "urn:uuid:" + UUID, "x", "1", "é", "x y", "a/b", "",
    "\n", UUID + "\n", " " + UUID, UUID[:-1], UUID + "0", "%41", "+", "%", "%2", "%zz", "a%2Fb", "..", ".", "a?b", "a#b",
]


def encoded(random, text, share):
    """Percent-encodes the characters that must be encoded, and this share of the others."""
    out = ""
    for byte in text.encode():
        plain = chr(byte)
        if byte <= 0x20 or byte >= 0x7F or plain in "?#%{}" or random.random() < share:
            out += f"%{byte:02X}" if random.random() < 0.5 else f"%{byte:02x}"
        else:
            out += plain
    return out


def target(random):
    method, route = random.choice(ROUTES)
    share = random.choice([0, 0.05, 0.5, 1])
    first, *rest = route.split("{}")
    path = encoded(random, first, 0)
    for segment in rest:
        value = random.choice(VALUES)
        # Some values are sent as they are, including `%`.
        raw = random.random() < 0.2 and value.isascii() and not any(c in value for c in " \n?#{}")
        path += (value if raw else encoded(random, value, share)) + encoded(random, segment, 0)
    damage = random.random()
    if damage < 0.1:
        slashes = [i for i, c in enumerate(path) if c == "/"][1:]
        if slashes:
            at = random.choice(slashes)
            path = path[:at] + random.choice(["%2F", "%2f", "//", ""]) + path[at + 1 :]
    elif damage < 0.15:
        path += random.choice(["/", "%0A", "%2F", "%20", "%FF", "%C3"])
    return method, path


def main():
    chance = random.Random(SEED)
    oracle = Oracle()
    for _ in range(COUNT):
        method, path = target(chance)
        response = oracle.send(method, BASE + path)
        body = response.content.decode() if response.status_code == 422 else None
        print(json.dumps({"request": f"{method} {path}", "status": response.status_code, "body": body}))


if __name__ == "__main__":
    main()
