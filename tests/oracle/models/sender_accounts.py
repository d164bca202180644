"""Sender accounts: facts.md 2.9 to 2.12."""
from enum import Enum
from typing import List, Optional
from uuid import UUID

from pydantic import BaseModel, Field, validator
from pydantic.networks import validate_email


class InboxType(str, Enum):
    GOOGLE_WORKSPACE = "GOOGLE_WORKSPACE"
    OUTLOOK_365 = "OUTLOOK_365"
    CUSTOM_SMTP = "CUSTOM_SMTP"


class SmtpAccountCreate(BaseModel):  # ASSUMED position of daily_limit and smtp_use_tls
    # The documentation gives both a length (5-255) and value_error.email. Pydantic v1 allows no length limits on
    # EmailStr, so the length is checked first, on the raw text, and then EmailStr's own function is called.
    email_address: str = Field(..., min_length=5, max_length=255)
    display_name: str = Field(..., min_length=1, max_length=255)
    inbox_type: InboxType
    daily_limit: int = Field(100, ge=1, le=100000)
    smtp_host: str = Field(..., min_length=1, max_length=255)
    smtp_port: int = Field(..., ge=1, le=65535)
    smtp_username: str = Field(..., min_length=1, max_length=255)
    smtp_password: str = Field(..., min_length=1, max_length=255)
    smtp_use_tls: bool = True
    imap_host: str = Field(..., min_length=1, max_length=255)
    imap_port: int = Field(..., ge=1, le=65535)
    imap_username: str = Field(..., min_length=1, max_length=255)
    imap_password: str = Field(..., min_length=1, max_length=255)
    imap_use_ssl: bool = True

    @validator("email_address")
    def _email(cls, v):
        return validate_email(v)[1]


class SmtpAccountsCreate(BaseModel):
    inboxes: List[SmtpAccountCreate] = Field(..., min_items=1, max_items=100)


class NativeInbox(BaseModel):
    email_prefix: str
    display_name: Optional[str] = None  # C20: may be missing or null; no length is known


class NativeAccountCreate(BaseModel):
    domain_id: UUID
    email_prefix: str
    display_name: Optional[str] = None  # as above


class NativeAccountsCreate(BaseModel):
    domain_id: UUID
    # The client and the SMTP operation both have a maximum of 100, only the latter a minimum of 1.
    inboxes: List[NativeInbox] = Field(..., min_items=1, max_items=100)


class AccountsDelete(BaseModel):
    inbox_ids: List[UUID] = Field(..., min_items=1, max_items=100)
    confirm_deletion: bool


class TestEmail(BaseModel):
    recipient_email: str = Field(..., min_length=5, max_length=255)
