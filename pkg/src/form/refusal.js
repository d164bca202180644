// The reason why `preflight` predicts that a valid request is rejected.

/**
 * Returns the fix, or else the API's message.
 * @param {{ status: number | null, body: string, explanation?: { fix: string } }} answer
 */
export const refusal = ({ status, body, explanation }) => explanation?.fix || detail(body) || `${status ?? body}`;

function detail(body) {
  try {
    const { detail } = JSON.parse(body);
    return typeof detail === "string" ? detail : undefined;
  } catch {
    return undefined;
  }
}
