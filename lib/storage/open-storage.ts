import "server-only";
import { join } from "node:path";
import type { BrowserStore } from "@/lib/ports/browser-store";
import type { ChangeFeed } from "@/lib/ports/change-feed";
import type { ImageStore } from "@/lib/ports/image-store";
import type { KeyStore } from "@/lib/ports/key-store";
import type { LearnedTimes } from "@/lib/ports/learned-times";
import type { MediaStore } from "@/lib/ports/media-store";
import type { Notifier } from "@/lib/ports/notifier";
import type { ReceiptStore } from "@/lib/ports/receipt-store";
import type { RecoveryStore } from "@/lib/ports/recovery-store";
import type { RenderStore } from "@/lib/ports/render-store";
import type { ShareStore } from "@/lib/ports/share-store";
import type { SpendStore } from "@/lib/ports/spend-store";
import type { TakeQueue } from "@/lib/ports/take-queue";
import type { TakeStore } from "@/lib/ports/take-store";
import { createBrowserStore } from "./browsers/browser-store";
import { createChangeFeed } from "./browsers/change-feed";
import type { Database, OpenDatabase } from "./database/database";
import { endDeadLeases } from "./end-dead-leases";
import { guardFreeSpace, type RequireSpace } from "./free-space";
import { createImageStore } from "./images/image-store";
import { createKeyStore } from "./keys/key-store";
import type { BucketConfig } from "./media/media-s3";
import { openMedia } from "./media/open-media";
import { openEmbedded } from "./pglite/open-embedded";
import { openPostgres } from "./postgres/open-postgres";
import { createRecoveryStore } from "./recoveries/recovery-store";
import { createRenderStore } from "./renders/render-store";
import { createShareStore } from "./shares/share-store";
import { createSpendStore } from "./spend/spend-store";
import { createReceiptStore } from "./takes/receipt-store";
import { createTakeQueue } from "./takes/take-queue";
import { createTakeStore } from "./takes/take-store";
import { createLearnedTimes } from "./times/learned-times";

const HOUR_MS = 3_600_000;

export interface StorageConfig {
	readonly dataDir: string;
	/** Absent: the embedded database under `dataDir`. */
	readonly databaseUrl: string | null;
	/** Absent: files under `dataDir`. */
	readonly bucket: BucketConfig | null;
	/** What went wrong behind everybody's back: a dropped connection, a failed vacuum. Must not throw. */
	readonly onProblem: (problem: unknown) => void;
	/** Defaults to the folder of this project, which the process is started in. */
	readonly migrationsFolder?: string;
	readonly minFreeBytes?: number;
	readonly vacuumEveryMs?: number;
}

export interface Stores {
	readonly browsers: BrowserStore;
	readonly changes: ChangeFeed;
	readonly takes: TakeStore;
	readonly queue: TakeQueue;
	readonly receipts: ReceiptStore;
	readonly spend: SpendStore;
	readonly shares: ShareStore;
	readonly recoveries: RecoveryStore;
	readonly keys: KeyStore;
	readonly images: ImageStore;
	readonly renders: RenderStore;
	readonly learnedTimes: LearnedTimes;
}

export interface Storage extends Stores {
	readonly notifier: Notifier;
	readonly media: MediaStore;
	/** Resolves when the database answers. */
	check(): Promise<void>;
	/** Idempotent. Nothing may be in use any more. */
	close(): Promise<void>;
}

/** The caller keeps what this answers where every copy of a module finds it: a second opening in one process is refused. */
export async function openStorage(config: StorageConfig): Promise<Storage> {
	const requireSpace = guardFreeSpace(config.dataDir, config.minFreeBytes);
	const database = await openDatabase(config);
	try {
		if (database.soleOwner) await endDeadLeases(database.db);
		const media = await openMedia(config, database.soleOwner, requireSpace);
		return {
			...createStores(database.db, config.databaseUrl === null ? requireSpace : async () => {}, config.onProblem),
			notifier: database.notifier,
			media,
			async check() {
				await database.db.execute("select 1");
			},
			async close() {
				media.close();
				await database.close();
			},
		};
	} catch (error) {
		await database.close();
		throw error;
	}
}

function openDatabase(config: StorageConfig): Promise<OpenDatabase> {
	const { dataDir, databaseUrl, onProblem, vacuumEveryMs = HOUR_MS } = config;
	const migrationsFolder = config.migrationsFolder ?? join(process.cwd(), "lib", "storage", "migrations");
	return databaseUrl === null
		? openEmbedded({ dataDir, migrationsFolder, vacuumEveryMs, onProblem })
		: openPostgres({ url: databaseUrl, migrationsFolder, onProblem });
}

export function createStores(
	db: Database,
	requireSpace: RequireSpace,
	onUnreadable: (problem: unknown) => void,
): Stores {
	return {
		browsers: createBrowserStore(db),
		changes: createChangeFeed(db),
		takes: createTakeStore(db, requireSpace),
		queue: createTakeQueue(db, onUnreadable),
		receipts: createReceiptStore(db),
		spend: createSpendStore(db),
		shares: createShareStore(db),
		recoveries: createRecoveryStore(db),
		keys: createKeyStore(db),
		images: createImageStore(db, requireSpace),
		renders: createRenderStore(db),
		learnedTimes: createLearnedTimes(db),
	};
}
