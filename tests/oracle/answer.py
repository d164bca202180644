"""Asks the oracle (app.py): one JSON object per line in, one per line out, same order, in ASCII.

    echo '{"method":"POST","path":"/campaigns","body":"e30="}' | python answer.py

In-process through starlette's TestClient; no network.  Needs Python 3.11 and a venv with
requirements.txt.  What may be asked:

A request  {"method","path","values","query","body","content_type","coerced"}
    All but the first two may be missing or null.  Each `{}` of `path` becomes a value of
    `values`, percent-encoded; `query` goes to the server byte for byte; `body` is base64 of its
    bytes; without `content_type` there is no such header.  `coerced` is JSON of what another
    implementation understood of an accepted request.
    Answer {"status","body","value"}: `body` is the text of a refusal, and empty if the request
    was accepted; `value` is then what the server understood, written by `app.canonical`, and null
    if it was refused or has only a path.  If asked with `coerced`, that is in the answer too,
    written the same way, so that equal texts are equal values.
An address  {"email"}
    Answer {"kept"}: what Pydantic's EmailStr makes of it, null if it refuses.
A description  {"openapi":true}
    Answer {"openapi"}: the text of /openapi.json.
Anything else is answered with {"error"}.

Where the server fails to write its own answer, a client sees status 500 with the plain text
`Internal Server Error`; so does the caller here.

The compiled Pydantic can crash, at once or later, and this process with it; every answer is
flushed before the next question is read.  It does after a date (or date and time) that
is not all ASCII, but is once the white space around it is gone, and of what remains N characters:
it begins with a digit, or a sign and then a digit or `.`; no `_` and no `..` in it; the end of the
text or ASCII white space right after it; N is 39, or N + 1 is a multiple of 16.
Cython's float() then writes one zero byte beyond its copy; above 511 characters, where
N % 16 is 7.
"""
import asyncio
import base64
import inspect
import json
import sys
from urllib.parse import quote, unquote

import httpx
from pydantic.errors import EmailError
from pydantic.networks import validate_email
from starlette.testclient import TestClient

from app import BASE, app, canonical


class Portal:
    """Runs the server in this thread; TestClient's own portal, in another one, takes twice the time."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def call(self, function, *arguments):
        async def called():
            result = function(*arguments)
            return await result if inspect.isawaitable(result) else result

        return self.loop.run_until_complete(called())


class Oracle:
    def __init__(self):
        self.scope = {}
        self.client = TestClient(self._exact, raise_server_exceptions=False, follow_redirects=False)
        self.client.portal = Portal()

    async def _exact(self, scope, receive, send):
        """Sets what httpx would normalize to what was asked for."""
        await app({**scope, **self.scope}, receive, send)

    def send(self, method, target, query=b"", body=b"", headers=()):
        self.scope = {
            "method": method,
            "path": unquote(target),  # as by uvicorn
            "raw_path": target.encode("ascii"),
            "query_string": query,
            "headers": [(b"host", b"testserver"), *headers],
        }
        return self.client.send(httpx.Request(method, "http://testserver/", content=body))

    def request(self, question):
        segments = question["path"].split("{}")
        values = question.get("values") or []
        if len(values) != len(segments) - 1:
            raise ValueError(f"{len(values)} values for {question['path']}")
        target = BASE + segments[0]
        for value, segment in zip(values, segments[1:]):
            target += quote(value.encode("utf-8", "surrogatepass"), safe="") + segment
        query = (question.get("query") or "").encode("utf-8", "surrogatepass")
        body = base64.b64decode(question.get("body") or "", validate=True)
        content_type = question.get("content_type")
        headers = [] if content_type is None else [(b"content-type", content_type.encode("latin-1"))]
        response = self.send(question["method"], target, query, body, headers)
        text = response.content.decode("utf-8")
        accepted = response.status_code == 200
        answer = {
            "status": response.status_code,
            "body": "" if accepted else text,
            "value": (text or None) if accepted else None,
        }
        if question.get("coerced") is not None:
            answer["coerced"] = rewritten(question["coerced"])
        return answer

    def openapi(self):
        return self.send("GET", "/openapi.json").text


def rewritten(text):
    try:
        return canonical(json.loads(text))
    except (ValueError, RecursionError) as error:
        return canonical({"error": str(error)})


def kept(address):
    try:
        return validate_email(address)[1]
    except EmailError:
        return None


def main():
    oracle = Oracle()

    def answer(line):
        try:
            question = json.loads(line)
            if "email" in question:
                return {"kept": kept(question["email"])}
            if question.get("openapi") is True:
                return {"openapi": oracle.openapi()}
            return oracle.request(question)
        except Exception as error:
            return {"error": f"{type(error).__name__}: {error}"}

    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(line)).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
