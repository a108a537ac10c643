/** How long anything may take on a busy machine before it counts as failed, in milliseconds. */
export const PATIENCE = 60_000;

/**
 * Looks again and again until what is seen satisfies a condition.
 *
 * @template T
 * @param {string} what for the message when it never does
 * @param {() => T | Promise<T>} look
 * @param {(seen: T) => boolean} satisfies
 * @returns {Promise<T>}
 */
export async function until(what, look, satisfies) {
  const end = Date.now() + PATIENCE;
  while (true) {
    const seen = await look();
    if (satisfies(seen)) {
      return seen;
    }
    if (Date.now() > end) {
      throw new Error(`${what}; seen last: ${JSON.stringify(seen, null, 2)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
