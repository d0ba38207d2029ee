/** Chance, so that tests can own it. */
export interface Random {
	/** Cryptographically strong bytes: ids and tokens are made from these. */
	bytes(count: number): Uint8Array;

	/** From 0 up to but not including 1; jitter only. */
	unit(): number;
}
