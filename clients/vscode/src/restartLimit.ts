/** Tells a server that crashes now and then, which is started again, from one that keeps crashing. */
export class RestartLimit {
  private crashes: number[] = [];

  /**
   * @param allowed how many crashes within the window are answered by a restart
   * @param windowMillis how long a crash counts
   * @param now the time in milliseconds
   */
  constructor(
    readonly allowed: number,
    private readonly windowMillis: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts a crash; true when the server should be started again. */
  permitsRestart(): boolean {
    const time = this.now();
    this.crashes = this.crashes.filter((crash) => time - crash < this.windowMillis);
    this.crashes.push(time);
    return this.crashes.length <= this.allowed;
  }
}
