// What hosts do differently: characters that older ones map differently or reject (Node 20 has the tables of an older
// Unicode), and time zones.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { project } from "./support/project.js";

let check;
before(async () => {
  ({ check } = await project("host").load('export { check } from "coldsend-lint";'));
});

const letters = ["\u1e9e", "\u04c0", "\u10a0", "\u10c5", "\u2132", "\u2183"];
const ignored = ["\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"];

test("a domain with them is accepted, as by the API", () => {
  for (const character of [...letters, ...ignored]) {
    const { ok, body } = check("add_lead", { email: `jo@a${character}b.co` });
    assert.ok(ok, `U+${character.codePointAt(0).toString(16)}: ${body}`);
  }
});

test("time zones are those of IANA, whatever else the host accepts", () => {
  const advice = (timezone) => check("create_campaign", { name: "Autumn campaign", timezone }).advice.map(({ rule }) => rule);
  for (const zone of ["UTC", "US/Eastern", "Europe/Kyiv", "Asia/Calcutta", "EST", "america/new_york"]) {
    assert.deepEqual(advice(zone), [], zone);
  }
  for (const zone of ["PST", "CEST", "+01:00", "Europe/Munich", "", "Eastern Time"]) {
    assert.deepEqual(advice(zone), ["unknown-time-zone"], zone);
  }
});

test("the host is asked about a time zone only once, since that is slow", (t) => {
  const { mock } = t.mock.method(Intl, "DateTimeFormat");
  const campaign = { name: "Autumn campaign", timezone: "Asia/Tokyo" };
  for (let i = 0; i < 3; i += 1) assert.deepEqual(check("create_campaign", campaign).advice, []);
  assert.equal(mock.callCount(), 1);
});
