/** Tells a server that crashes now and then, which is started again, later each time, from one that keeps crashing. */
export class RestartBackoff {
  private crashes: number[] = [];

  /**
   * @param delaysMillis how long to wait after the first, second, … crash; after one more there is no restart
   * @param windowMillis how long a crash counts
   * @param now the time in milliseconds
   */
  constructor(
    private readonly delaysMillis: readonly number[],
    private readonly windowMillis: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts a crash; how long to wait before the server is started again, or undefined when it should not be. */
  delayAfterCrash(): number | undefined {
    const time = this.now();
    this.crashes = this.crashes.filter((crash) => time - crash < this.windowMillis);
    this.crashes.push(time);
    return this.delaysMillis[this.crashes.length - 1];
  }
}
