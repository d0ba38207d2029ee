/**
 * Seals secrets for storage, so that a stolen database is worth nothing without `SECRET_KEY`.
 * Also the one place that derives from that key.
 */
export interface Vault {
	/** `label` says what the secret belongs to (`browser|gateway|version`); opening needs the same label. */
	seal(plain: string, label: string): Sealed;

	/** `null` when the label differs, the text was altered, or none of this server's keys sealed it. Never throws. */
	open(sealed: Sealed, label: string): string | null;

	/**
	 * At least 128 bits from `SECRET_KEY` and `purpose`, the same each time: the token of a callback
	 * address, so that a resend after a crash names the same address.
	 */
	derive(purpose: string): string;

	/** Whether `derive` made this token for `purpose`, now or before `SECRET_KEY` was changed. Takes as long for a near miss. */
	hasDerived(token: string, purpose: string): boolean;

	/** What `derive` made of `purpose` under each earlier `SECRET_KEY` that this server still knows. */
	deriveAsBefore(purpose: string): readonly string[];

	/** False for what an earlier `SECRET_KEY` sealed, or another server's: it should be sealed anew. */
	isUpToDate(sealed: Sealed): boolean;

	/** One-way, for looking a secret token up without storing it. 64 hex digits. */
	hash(token: string): string;
}

/** Opaque text; safe to store, useless to read. */
export type Sealed = string & { readonly sealed: unique symbol };
