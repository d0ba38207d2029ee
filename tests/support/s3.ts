import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import * as z from "zod";
import type { BucketConfig } from "@/lib/storage/media/media-s3";
import { makeTempDir, removeDir } from "./temp-dir";

interface BucketServer {
	readonly config: BucketConfig;
	close(): Promise<void>;
}

interface S3rver {
	run(): Promise<AddressInfo>;
	close(): Promise<void>;
}

const constructorSchema = z.custom<new (options: object) => S3rver>((value) => typeof value === "function");

/** An S3 server in this process, with one empty bucket. It ships no types. */
export async function startBucketServer(): Promise<BucketServer> {
	const Server = constructorSchema.parse(createRequire(import.meta.url)("s3rver"));
	const directory = makeTempDir();
	const bucket = "films";
	const server = new Server({
		port: 0,
		address: "127.0.0.1",
		silent: true,
		directory,
		configureBuckets: [{ name: bucket }],
	});
	const { port } = await server.run();
	return {
		config: {
			endpoint: `http://127.0.0.1:${port}`,
			bucket,
			region: "us-east-1",
			accessKeyId: "S3RVER",
			secretAccessKey: "S3RVER",
		},
		async close() {
			await server.close();
			removeDir(directory);
		},
	};
}
