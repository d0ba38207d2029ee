/** Just enough of WASI for a command that reads its arguments and writes one file: all in memory, nothing of the machine. */
const SUCCESS = 0;
const BAD_FILE = 8;
const NOT_FOUND = 44;
const NOT_SEEKABLE = 70;
const ROOT = 3;
const FILE = 4;

class Exit extends Error {}

class MemoryFile {
	private held = new Uint8Array(1 << 19);
	private length = 0;
	private position = 0;

	truncate(): void {
		this.length = 0;
		this.position = 0;
	}

	write(bytes: Uint8Array): void {
		const until = this.position + bytes.length;
		if (until > this.held.length) {
			const larger = new Uint8Array(Math.max(this.held.length * 2, until));
			larger.set(this.held);
			this.held = larger;
		}
		this.held.set(bytes, this.position);
		this.position = until;
		this.length = Math.max(this.length, until);
	}

	seek(offset: number, whence: number): number {
		const from = [0, this.position, this.length][whence] ?? 0;
		this.position = Math.max(0, from + offset);
		return this.position;
	}

	bytes(): Uint8Array {
		return this.held.slice(0, this.length);
	}
}

function wasiOf(args: readonly Uint8Array[], file: MemoryFile, memoryOf: () => WebAssembly.Memory) {
	const view = () => new DataView(memoryOf().buffer);
	const bytes = () => new Uint8Array(memoryOf().buffer);
	return {
		args_sizes_get(countAt: number, sizeAt: number) {
			view().setUint32(countAt, args.length, true);
			const size = args.reduce((sum, arg) => sum + arg.length, 0);
			view().setUint32(sizeAt, size, true);
			return SUCCESS;
		},
		args_get(pointersAt: number, textAt: number) {
			let at = textAt;
			args.forEach((arg, nth) => {
				view().setUint32(pointersAt + 4 * nth, at, true);
				bytes().set(arg, at);
				at += arg.length;
			});
			return SUCCESS;
		},
		clock_time_get(_id: number, _precision: bigint, at: number) {
			view().setBigUint64(at, 0n, true);
			return SUCCESS;
		},
		fd_fdstat_get(descriptor: number, at: number) {
			view().setUint8(at, descriptor === ROOT ? 3 : descriptor < ROOT ? 2 : 4);
			view().setUint16(at + 2, 0, true);
			view().setBigUint64(at + 8, 0xffffffffffffffffn, true);
			view().setBigUint64(at + 16, 0xffffffffffffffffn, true);
			return SUCCESS;
		},
		fd_fdstat_set_flags: () => SUCCESS,
		fd_close: () => SUCCESS,
		fd_prestat_get(descriptor: number, at: number) {
			if (descriptor !== ROOT) return BAD_FILE;
			view().setUint8(at, 0);
			view().setUint32(at + 4, 1, true);
			return SUCCESS;
		},
		fd_prestat_dir_name(descriptor: number, at: number) {
			if (descriptor !== ROOT) return BAD_FILE;
			bytes()[at] = "/".charCodeAt(0);
			return SUCCESS;
		},
		path_open(_dir: number, _look: number, at: number, length: number, ...rest: readonly (number | bigint)[]) {
			const path = new TextDecoder().decode(bytes().slice(at, at + length));
			if (!path.endsWith(OUTPUT)) return NOT_FOUND;
			file.truncate();
			view().setUint32(Number(rest.at(-1)), FILE, true);
			return SUCCESS;
		},
		fd_read(_descriptor: number, _vectors: number, _count: number, readAt: number) {
			view().setUint32(readAt, 0, true);
			return SUCCESS;
		},
		fd_seek(descriptor: number, offset: bigint, whence: number, at: number) {
			if (descriptor !== FILE) return NOT_SEEKABLE;
			view().setBigUint64(at, BigInt(file.seek(Number(offset), whence)), true);
			return SUCCESS;
		},
		fd_write(descriptor: number, vectors: number, count: number, writtenAt: number) {
			let written = 0;
			for (let nth = 0; nth < count; nth += 1) {
				const at = view().getUint32(vectors + 8 * nth, true);
				const length = view().getUint32(vectors + 8 * nth + 4, true);
				if (descriptor === FILE) file.write(bytes().slice(at, at + length));
				written += length;
			}
			view().setUint32(writtenAt, written, true);
			return SUCCESS;
		},
		proc_exit(code: number): never {
			throw new Exit(String(code));
		},
	};
}

export const OUTPUT = "spoken.wav";

/** Runs the command once and returns what it wrote to `/spoken.wav`; empty when it wrote nothing. */
export async function runForOutput(command: WebAssembly.Module, args: readonly string[]): Promise<Uint8Array> {
	const file = new MemoryFile();
	const encoder = new TextEncoder();
	let memory: WebAssembly.Memory | null = null;
	const memoryOf = () => {
		if (!memory) throw new Error("The command was not started yet.");
		return memory;
	};
	const wasi = wasiOf(
		args.map((arg) => encoder.encode(`${arg}\0`)),
		file,
		memoryOf,
	);
	const { exports } = await WebAssembly.instantiate(command, { wasi_snapshot_preview1: wasi });
	if (!(exports.memory instanceof WebAssembly.Memory) || typeof exports._start !== "function") {
		throw new Error("This is no WASI command.");
	}
	memory = exports.memory;
	try {
		exports._start();
	} catch (problem) {
		if (!(problem instanceof Exit)) throw problem;
	}
	return file.bytes();
}
