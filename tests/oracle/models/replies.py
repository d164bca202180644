"""Replies: facts.md 2.15."""
from typing import List, Optional

from pydantic import BaseModel, Field


class Attachment(BaseModel):
    filename: str
    content_base64: str
    content_type: str = "application/octet-stream"


class ReplySend(BaseModel):
    body: Optional[str] = None
    html_body: Optional[str] = None
    attachments: Optional[List[Attachment]] = Field(None, max_items=5)
