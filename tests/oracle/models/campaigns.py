"""Campaigns: facts.md 2.1, 2.4, 3.1, 3.2."""
from datetime import datetime
from enum import Enum
from typing import Dict, List, Optional
from uuid import UUID

from pydantic import BaseModel, Field


class TriggerType(str, Enum):
    NOT_OPENED = "NOT_OPENED"
    NOT_REPLIED = "NOT_REPLIED"
    OPENED_BUT_NOT_REPLIED = "OPENED_BUT_NOT_REPLIED"


class CampaignCreate(BaseModel):
    name: str = Field(..., min_length=8, max_length=255)
    daily_limit_per_inbox: Optional[int] = Field(None, ge=1, le=100)
    start_date: Optional[datetime] = None
    timezone: str = Field("America/New_York", max_length=100)
    sending_days: List[int] = Field([1, 2, 3, 4, 5], min_items=1, max_items=7)
    sending_window_start: int = Field(9, ge=0, le=23)
    sending_window_start_minute: int = Field(0, ge=0, le=59)
    sending_window_end: int = Field(17, ge=1, le=24)
    sending_window_end_minute: int = Field(0, ge=0, le=59)
    enable_tracking: bool = False
    enable_unsubscribe: bool = True
    ramp_up_enabled: bool = False
    ramp_up_increment: Optional[int] = Field(50, ge=1, le=100)  # ASSUMED nullable
    ramp_up_max_limit: Optional[int] = Field(500, ge=1, le=1000)  # ASSUMED nullable


class Variant(BaseModel):  # ASSUMED field order
    subject_template: str = Field(..., max_length=500)
    email_content: str = Field(..., min_length=10, max_length=100000)
    variant_name: str = "A"
    variant_label: Optional[str] = Field(None, max_length=100)
    distribution_percent: int = Field(100, ge=0, le=100)


class SequenceVariant(BaseModel):
    subject_template: Optional[str] = Field(None, max_length=500)
    email_content: str = Field(..., min_length=10, max_length=100000)
    variant_name: str = "A"
    variant_label: Optional[str] = Field(None, max_length=100)
    distribution_percent: int = Field(100, ge=0, le=100)


class SequenceStep(BaseModel):
    step_number: int = Field(..., ge=2, le=11)  # documented as 2-4, but wider in the vendor's newest client
    trigger_type: TriggerType
    wait_days: int = Field(..., ge=1, le=30)
    variants: List[SequenceVariant]
    enable_unsubscribe: Optional[bool] = None


class CampaignUpdate(BaseModel):  # ASSUMED position of the ramp-up fields
    name: Optional[str] = Field(None, min_length=8, max_length=255)
    daily_limit_per_inbox: Optional[int] = Field(None, ge=1, le=100)
    start_date: Optional[datetime] = None
    timezone: Optional[str] = Field(None, max_length=100)
    sending_days: Optional[List[int]] = Field(None, min_items=1, max_items=7)
    sending_window_start: Optional[int] = Field(None, ge=0, le=23)
    sending_window_start_minute: Optional[int] = Field(None, ge=0, le=59)
    sending_window_end: Optional[int] = Field(None, ge=1, le=24)
    sending_window_end_minute: Optional[int] = Field(None, ge=0, le=59)
    enable_tracking: Optional[bool] = None
    enable_unsubscribe: Optional[bool] = None
    ramp_up_enabled: Optional[bool] = None
    ramp_up_increment: Optional[int] = Field(None, ge=1, le=100)
    ramp_up_max_limit: Optional[int] = Field(None, ge=1, le=1000)
    lead_mapping: Optional[Dict[str, str]] = None
    inbox_ids: Optional[List[UUID]] = Field(None, min_items=1)
    variants: Optional[List[Variant]] = Field(None, max_items=4)
    sequences: Optional[List[SequenceStep]] = Field(None, max_items=10)  # documented as 3, but also wider there
    launch: Optional[bool] = False  # ASSUMED nullable
