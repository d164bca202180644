"""The server's library, pydantic 1.10, with the models of the oracle. Like FastAPI, it gets what `json` reads."""
import json
import sys
from pathlib import Path

from pydantic import ValidationError

from . import bodies

sys.path.append(str(Path(__file__).parents[3] / "tests/oracle"))
from models.campaigns import CampaignUpdate  # noqa: E402
from models.sender_accounts import SmtpAccountCreate  # noqa: E402

MODELS = {"update_campaign": CampaignUpdate, "create_smtp_account": SmtpAccountCreate}

inputs, found, violations = bodies.row(lambda operation, body: MODELS[operation].parse_obj(json.loads(body)), ValidationError)
