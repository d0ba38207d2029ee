/** The few ISO base media boxes a small film needs. */
export function box(type: string, ...content: readonly Uint8Array[]): Buffer {
	const body = Buffer.concat(content);
	return Buffer.concat([u32(body.length + 8), Buffer.from(type, "latin1"), body]);
}

export function fullBox(type: string, versionFlags: number, ...content: readonly Uint8Array[]): Buffer {
	return box(type, u32(versionFlags), ...content);
}

export function u8(...values: readonly number[]): Buffer {
	return Buffer.from(values);
}

export function u16(...values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(values.length * 2);
	for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
	return bytes;
}

export function u32(...values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(values.length * 4);
	for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
	return bytes;
}

export const IDENTITY_MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
