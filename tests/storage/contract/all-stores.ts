import type { Bench } from "../support/bench";
import { browserStoreContract } from "./browser-store";
import { changeFeedContract } from "./change-feed";
import { imageStoreContract } from "./image-store";
import { keyStoreContract } from "./key-store";
import { leavingContract } from "./leaving";
import { receiptStoreContract } from "./receipt-store";
import { recoveryStoreContract } from "./recovery-store";
import { renderStoreContract } from "./render-store";
import { shareStoreContract } from "./share-store";
import { takeQueueContract } from "./take-queue";
import { takeStoreContract } from "./take-store";
import { transactionContract } from "./transactions";

export function allStoreContracts(bench: () => Bench): void {
	transactionContract(bench);
	takeStoreContract(bench);
	leavingContract(bench);
	takeQueueContract(bench);
	changeFeedContract(bench);
	browserStoreContract(bench);
	receiptStoreContract(bench);
	shareStoreContract(bench);
	recoveryStoreContract(bench);
	keyStoreContract(bench);
	imageStoreContract(bench);
	renderStoreContract(bench);
}
