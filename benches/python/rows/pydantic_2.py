"""pydantic 2, which reads the JSON itself, with the same fields as the models of the oracle."""
from datetime import datetime
from typing import Annotated, Any, Dict, List, Literal, Optional
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, ValidationError, validate_email

from . import bodies


def within(least: int, most: int) -> Any:
    return Annotated[int, Field(ge=least, le=most)]


def text(least: int, most: int) -> Any:
    return Annotated[str, Field(min_length=least, max_length=most)]


class Variant(BaseModel):
    subject_template: Optional[text(0, 500)] = None
    email_content: text(10, 100_000)
    variant_name: str = "A"
    variant_label: Optional[text(0, 100)] = None
    distribution_percent: within(0, 100) = 100


class FirstVariant(Variant):
    subject_template: text(0, 500)


class SequenceStep(BaseModel):
    step_number: within(2, 11)
    trigger_type: Literal["NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"]
    wait_days: within(1, 30)
    variants: List[Variant]
    enable_unsubscribe: Optional[bool] = None


class CampaignUpdate(BaseModel):
    name: Optional[text(8, 255)] = None
    daily_limit_per_inbox: Optional[within(1, 100)] = None
    start_date: Optional[datetime] = None
    timezone: Optional[text(0, 100)] = None
    sending_days: Optional[Annotated[List[int], Field(min_length=1, max_length=7)]] = None
    sending_window_start: Optional[within(0, 23)] = None
    sending_window_start_minute: Optional[within(0, 59)] = None
    sending_window_end: Optional[within(1, 24)] = None
    sending_window_end_minute: Optional[within(0, 59)] = None
    enable_tracking: Optional[bool] = None
    enable_unsubscribe: Optional[bool] = None
    ramp_up_enabled: Optional[bool] = None
    ramp_up_increment: Optional[within(1, 100)] = None
    ramp_up_max_limit: Optional[within(1, 1000)] = None
    lead_mapping: Optional[Dict[str, str]] = None
    inbox_ids: Optional[Annotated[List[UUID], Field(min_length=1)]] = None
    variants: Optional[Annotated[List[FirstVariant], Field(max_length=4)]] = None
    sequences: Optional[Annotated[List[SequenceStep], Field(max_length=10)]] = None
    launch: Optional[bool] = False


class SmtpAccountCreate(BaseModel):
    email_address: Annotated[text(5, 255), AfterValidator(lambda address: validate_email(address)[1])]
    display_name: text(1, 255)
    inbox_type: Literal["GOOGLE_WORKSPACE", "OUTLOOK_365", "CUSTOM_SMTP"]
    daily_limit: within(1, 100_000) = 100
    smtp_host: text(1, 255)
    smtp_port: within(1, 65_535)
    smtp_username: text(1, 255)
    smtp_password: text(1, 255)
    smtp_use_tls: bool = True
    imap_host: text(1, 255)
    imap_port: within(1, 65_535)
    imap_username: text(1, 255)
    imap_password: text(1, 255)
    imap_use_ssl: bool = True


MODELS = {"update_campaign": CampaignUpdate, "create_smtp_account": SmtpAccountCreate}

inputs, found, violations = bodies.row(lambda operation, body: MODELS[operation].model_validate_json(body), ValidationError)
