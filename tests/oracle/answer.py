"""Passes requests to the oracle (app.py): one JSON object per line in, one per line out, in the same order, in ASCII.

    echo '{"method":"POST","path":"/campaigns","body":"e30="}' | python answer.py

Runs in-process through starlette's TestClient, without a network. Needs Python 3.11 and a virtual environment with
requirements.txt. These objects are accepted:

A request  {"method","path","values","query","body","content_type","coerced"}
    All but the first two may be missing or null. Each `{}` in `path` is replaced by one of `values`, percent-encoded.
    `query` is sent to the server byte for byte, and `body` is base64 of its bytes. Without `content_type`, there is no
    such header. `coerced` is JSON of what another implementation read from an accepted request.
    Answer {"status","body","value"}: `body` is the text of a rejection, and empty if the request was accepted. `value`
    is what the server read, written by `app.canonical`. It is null if the request was rejected or has only a path. If
    the request has `coerced`, the answer has it too, written the same way, so that equal texts are equal values.
An address  {"email"}
    Answer {"kept"}: the address as Pydantic's EmailStr keeps it, or null if it rejects it.
A description  {"openapi":true}
    Answer {"openapi"}: the text of /openapi.json.
Anything else is answered with {"error"}.

If the server fails to write its own answer, a client gets status 500 with the plain text `Internal Server Error`, and
so does the caller here.

The compiled Pydantic can crash this process, immediately or later, so every answer is flushed before the next line is
read. It crashes after a date (or a date and time) that is not entirely ASCII, but is so without the white space around
it, if of the remaining N characters: the first is a digit, or a sign followed by a digit or `.`; none is `_`, nor are
there two `.` in a row; the end of the text or ASCII white space comes right after them; and N is 39, or N + 1 is a
multiple of 16. Cython's float() then writes one zero byte past the end of its copy. Above 511 characters, this happens
if N % 16 is 7.
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
    """Runs the server in this thread. TestClient's own portal, which uses another thread, takes twice as long."""

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
        """Restores the parts of the request that httpx would normalize."""
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
