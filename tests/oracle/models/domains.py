"""Domains: facts.md 2.13."""
from pydantic import BaseModel, Field


class DomainCreate(BaseModel):
    domain: str


class DomainRedirect(BaseModel):
    target_domain: str
    status_code: int = Field(301, ge=301, le=308)
    preserve_path: bool = True
    preserve_query_string: bool = True
