import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserStore } from "@/lib/ports/browser-store";
import type { ChangeFeed } from "@/lib/ports/change-feed";
import type { Clock } from "@/lib/ports/clock";
import type { FilmDresser } from "@/lib/ports/film-dresser";
import type { FilmProbe } from "@/lib/ports/film-probe";
import type { Gateway } from "@/lib/ports/gateway";
import type { ImageRefiner } from "@/lib/ports/image-refiner";
import type { ImageStore } from "@/lib/ports/image-store";
import type { KeyStore } from "@/lib/ports/key-store";
import type { LearnedTimes } from "@/lib/ports/learned-times";
import type { Limiter } from "@/lib/ports/limiter";
import type { Log } from "@/lib/ports/log";
import type { MediaStore } from "@/lib/ports/media-store";
import type { Random } from "@/lib/ports/random";
import type { ReceiptStore } from "@/lib/ports/receipt-store";
import type { RecoveryStore } from "@/lib/ports/recovery-store";
import type { RemoteFiles } from "@/lib/ports/remote-files";
import type { ShareStore } from "@/lib/ports/share-store";
import type { SpendStore } from "@/lib/ports/spend-store";
import type { TakeQueue } from "@/lib/ports/take-queue";
import type { TakeStore } from "@/lib/ports/take-store";
import type { Vault } from "@/lib/ports/vault";
import type { Breakers } from "@/lib/services/breakers";
import type { ChangeHub } from "@/lib/services/change-hub";
import type { CrashPoint } from "@/lib/services/crash-points";
import type { DressTurns } from "@/lib/services/dress-turns";
import type { FailureCounts } from "@/lib/services/failure-counts";
import type { HandOver } from "@/lib/services/hand-over";

/** Everything a service may reach. One object for the whole process; each service names the part it needs. */
export interface Doors {
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
	readonly refiner: ImageRefiner;
	readonly learnedTimes: LearnedTimes;
	readonly media: MediaStore;
	readonly files: RemoteFiles;
	readonly gateways: ReadonlyMap<GatewayId, Gateway>;
	readonly probe: FilmProbe;
	/** `null` where films stay undressed. */
	readonly dresser: FilmDresser | null;
	readonly limiter: Limiter;
	readonly vault: Vault;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	readonly settings: Settings;
	readonly breakers: Breakers;
	readonly failures: FailureCounts;
	readonly dressTurns: DressTurns;
	readonly hub: ChangeHub;
	readonly handOver: HandOver;
	/** When each gateway last called back, so that looking can be the safety net only where callbacks arrive. */
	readonly callbacksHeard: Map<GatewayId, number>;
	readonly crashPoint: (point: CrashPoint) => void;
	/** Work nobody waits for. Its failure is logged; shutting down gives it a moment. */
	readonly inBackground: (name: string, work: () => Promise<void>) => void;
}

/** What the operator decided. Money in USD micros. */
export interface Settings {
	readonly publicUrl: URL | null;
	readonly operator: ReadonlyMap<GatewayId, OperatorMeans>;
	readonly dailyCapMicros: number;
	readonly globalDailyCapMicros: number;
}

export interface OperatorMeans {
	/** By the names of the catalogue's key fields; empty where the operator set none. */
	readonly keyFields: Readonly<Record<string, string>>;
	readonly callbackSecret: string | null;
}

export type Has<Names extends keyof Doors> = Pick<Doors, Names>;
