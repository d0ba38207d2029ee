/** What a first visit to the screen may load, in bytes: what it loads today and a little air. Raise it knowingly. */
export const PAGE_BUDGET = { scripts: 252_000, styles: 12_000, fonts: 30_000, html: 10_000 } as const;
