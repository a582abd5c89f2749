/** Work that goes on until it is told to stop. */
export interface Running {
  stop(): Promise<void>;
}

/** Tells all of them at once, so that none goes on while another takes its time. */
export async function stopAll(all: readonly Running[]): Promise<void> {
  await Promise.all(all.map((each) => each.stop()));
}
