type Stored = Record<string, unknown>;

/** Stands for the browser's storage: answers later and with copies, as browsers do, and can be full. */
export class Storage {
  #stored: Record<"local" | "session", Stored> = { local: {}, session: {} };
  /** What an area may hold, in characters of JSON. */
  quota = Number.POSITIVE_INFINITY;
  sessionQuota = Number.POSITIVE_INFINITY;

  readonly browser = { storage: { local: this.#area("local"), session: this.#area("session") } };

  get local(): Stored {
    return this.#stored.local;
  }

  get session(): Stored {
    return this.#stored.session;
  }

  clear(local: Stored = {}): void {
    this.#stored = { local, session: {} };
    this.quota = Number.POSITIVE_INFINITY;
    this.sessionQuota = Number.POSITIVE_INFINITY;
  }

  #area(name: "local" | "session") {
    return {
      get: async (keys: string | string[]) =>
        structuredClone(Object.fromEntries([keys].flat().flatMap((key) => this.#entry(name, key)))),
      set: async (values: Stored) => {
        await Promise.resolve();
        const all = { ...this.#stored[name], ...structuredClone(values) };
        const quota = name === "local" ? this.quota : this.sessionQuota;
        if (JSON.stringify(all).length > quota) throw new Error("QUOTA_BYTES quota exceeded");
        this.#stored[name] = all;
      },
      remove: async (keys: string | string[]) => {
        for (const key of [keys].flat()) delete this.#stored[name][key];
      },
    };
  }

  #entry(name: "local" | "session", key: string): [string, unknown][] {
    return key in this.#stored[name] ? [[key, this.#stored[name][key]]] : [];
  }
}
