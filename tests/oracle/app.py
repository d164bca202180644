"""The oracle: real FastAPI on real Pydantic v1, with every operation that `check` knows.

It answers exactly as that stack answers the documented requests; nothing in it reimplements a check. If it accepts a
request, it answers with status 200 and the values that it read, written by `canonical()`.

The models are written by hand from the facts about the API (`models/` names the sections), never taken from the Rust
declarations, so that a mistake on either side shows up as a difference. They have types, ranges, lengths and defaults.
They lack rules whose messages are not known: day numbers 1..7, a window that ends after its start, provider caps of
daily_limit, distributions that sum to 100, variant names, a reply without text, base64 and the size of attachments, and
confirm_deletion that is not true. They also lack fields that only the vendor's client has. ASSUMED marks a choice that
the documentation leaves open.

To use it by hand, in a Python 3.11 virtual environment with requirements.txt (answer.py says how to send requests):

    python -c 'import app, json; print(json.dumps(app.app.openapi(), indent=2))'
"""
import json
from datetime import date, datetime
from typing import Any, Dict, Optional
from uuid import UUID

from fastapi import FastAPI, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from models.campaigns import CampaignCreate, CampaignUpdate
from models.domains import DomainCreate, DomainRedirect
from models.leads import LeadCreate
from models.replies import ReplySend
from models.sender_accounts import (
    AccountsDelete,
    NativeAccountCreate,
    NativeAccountsCreate,
    SmtpAccountCreate,
    SmtpAccountsCreate,
    TestEmail,
)

BASE = "/api/public/v1"


def canonical(value: Any) -> str:
    """Writes JSON in ASCII, without blanks. Of a model, only the fields that the request set, in declared order."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {k: v for k, v in value if k in value.__fields_set__}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value))


def accepted(value: Any) -> Response:
    return Response(canonical(value), media_type="application/json")


def accepted_query(request: Request, parameters: Dict[str, Any]) -> Response:
    """Answers with those `parameters`, the endpoint's `locals()`, that the query string set."""
    others = {"request", *request.path_params}
    sent = request.query_params.keys() - others
    return accepted({k: v for k, v in parameters.items() if k in sent})


def accepted_path() -> Response:
    return Response()


app = FastAPI(generate_unique_id_function=lambda route: route.name)


# Operations with a JSON body.


@app.post(BASE + "/campaigns")
async def create_campaign(body: CampaignCreate):
    return accepted(body)


@app.put(BASE + "/campaigns/{campaign_id}")
async def update_campaign(campaign_id: UUID, body: CampaignUpdate):
    return accepted(body)


@app.post(BASE + "/campaigns/{campaign_id}/leads/manual")
async def add_lead(campaign_id: UUID, body: LeadCreate):
    return accepted(body)


@app.post(BASE + "/sender-accounts/smtp")
async def create_smtp_account(body: SmtpAccountCreate):
    return accepted(body)


@app.post(BASE + "/sender-accounts/smtp/bulk")
async def create_smtp_accounts(body: SmtpAccountsCreate):
    return accepted(body)


@app.post(BASE + "/sender-accounts/coldsend-native")
async def create_native_account(body: NativeAccountCreate):
    return accepted(body)


@app.post(BASE + "/sender-accounts/coldsend-native/bulk")
async def create_native_accounts(body: NativeAccountsCreate):
    return accepted(body)


@app.post(BASE + "/sender-accounts/bulk/delete")
async def delete_accounts(body: AccountsDelete):
    return accepted(body)


@app.post(BASE + "/sender-accounts/{inbox_id}/test-email")
async def send_test_email(inbox_id: UUID, body: TestEmail):
    return accepted(body)


@app.post(BASE + "/domains")
async def create_domain(body: DomainCreate):
    return accepted(body)


@app.post(BASE + "/domains/{domain_id}/redirect")
async def set_domain_redirect(domain_id: UUID, body: DomainRedirect):
    return accepted(body)


@app.post(BASE + "/replies/threads/{thread_id}/reply")
async def send_reply(thread_id: UUID, body: ReplySend):
    return accepted(body)


# Operations with a query string: facts.md 2.2, 2.13, 2.14, 2.15. Fields whose values are only listed in prose (status,
# sort_by, sort_order, category) are plain text here, because that is their documented type.


@app.get(BASE + "/campaigns")
async def list_campaigns(
    request: Request,
    page: int = Query(1, ge=1),
    limit: int = Query(20, ge=1, le=100),
    status: Optional[str] = Query(None),
    search: Optional[str] = Query(None),
    sort_by: Optional[str] = Query(None),
    sort_order: Optional[str] = Query(None),
    days: Optional[int] = Query(None, ge=1),
):
    return accepted_query(request, locals())


@app.get(BASE + "/domains")
async def list_domains(
    request: Request,
    page: int = Query(1, ge=1),
    limit: int = Query(20, ge=1, le=100),
    status: Optional[str] = Query(None),
):
    return accepted_query(request, locals())


@app.get(BASE + "/replies")
async def list_replies(
    request: Request,
    page: int = Query(1),  # no bound is documented
    limit: int = Query(20, ge=1, le=100),
    campaign_id: Optional[UUID] = Query(None),
    is_read: Optional[bool] = Query(None),
    is_starred: Optional[bool] = Query(None),
    category: Optional[str] = Query(None),
):
    return accepted_query(request, locals())


@app.get(BASE + "/replies/threads/{thread_id}/messages")
async def list_thread_messages(
    request: Request,
    thread_id: UUID,
    page: int = Query(1, ge=1),
    limit: int = Query(50, ge=1, le=100),
):
    return accepted_query(request, locals())


@app.get(BASE + "/analytics/campaigns")
async def list_campaign_analytics(
    request: Request,
    status: Optional[str] = Query(None),
    from_date: Optional[date] = Query(None),
    to_date: Optional[date] = Query(None),
):
    return accepted_query(request, locals())


@app.get(BASE + "/analytics/campaigns/timeline")
async def get_campaign_timeline(
    request: Request,
    from_date: Optional[date] = Query(None),
    to_date: Optional[date] = Query(None),
):
    return accepted_query(request, locals())


# Operations with neither.


@app.get(BASE + "/campaigns/{campaign_id}")
async def get_campaign(campaign_id: UUID):
    return accepted_path()


@app.delete(BASE + "/campaigns/{campaign_id}")
async def delete_campaign(campaign_id: UUID):
    return accepted_path()


@app.post(BASE + "/campaigns/{campaign_id}/leads")
async def upload_leads(campaign_id: UUID):
    return accepted_path()


@app.post(BASE + "/campaigns/{campaign_id}/pause")
async def pause_campaign(campaign_id: UUID):
    return accepted_path()


@app.post(BASE + "/campaigns/{campaign_id}/activate")
async def activate_campaign(campaign_id: UUID):
    return accepted_path()


@app.get(BASE + "/campaigns/{campaign_id}/leads/{lead_id}")
async def get_lead(campaign_id: UUID, lead_id: UUID):
    return accepted_path()


@app.get(BASE + "/sender-accounts/{inbox_id}")
async def get_account(inbox_id: UUID):
    return accepted_path()


@app.delete(BASE + "/sender-accounts/{inbox_id}")
async def delete_account(inbox_id: UUID):
    return accepted_path()


@app.get(BASE + "/campaigns/{campaign_id}/leads/upload/{job_id}")
async def get_lead_upload(campaign_id: UUID, job_id: UUID):
    return accepted_path()


@app.get(BASE + "/sender-accounts/smtp/bulk/{job_id}/progress")
async def get_smtp_accounts_job(job_id: str):  # the one id that is a plain string
    return accepted_path()


@app.get(BASE + "/sender-accounts/bulk/delete/{job_id}/progress")
async def get_delete_accounts_job(job_id: UUID):
    return accepted_path()


@app.get(BASE + "/domains/{domain_id}")
async def get_domain(domain_id: UUID):
    return accepted_path()


@app.post(BASE + "/domains/{domain_id}/activate")
async def activate_domain(domain_id: UUID):
    return accepted_path()


@app.get(BASE + "/domains/{domain_id}/progress")
async def get_domain_progress(domain_id: UUID):
    return accepted_path()


@app.delete(BASE + "/domains/{domain_id}")
async def delete_domain(domain_id: UUID):
    return accepted_path()


@app.get(BASE + "/domains/{domain_id}/redirect")
async def get_domain_redirect(domain_id: UUID):
    return accepted_path()


@app.get(BASE + "/replies/threads/{thread_id}")
async def get_thread(thread_id: UUID):
    return accepted_path()


@app.patch(BASE + "/replies/threads/{thread_id}/read")
async def mark_thread_read(thread_id: UUID):
    return accepted_path()


@app.patch(BASE + "/replies/threads/{thread_id}/star")
async def star_thread(thread_id: UUID):
    return accepted_path()
