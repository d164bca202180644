"""Leads: facts.md 2.7."""
from typing import Any, Dict, Optional

from pydantic import BaseModel


class LeadCreate(BaseModel):
    email: str
    first_name: Optional[str] = None
    last_name: Optional[str] = None
    company: Optional[str] = None
    custom_fields: Optional[Dict[str, Any]] = None  # ASSUMED nullable
