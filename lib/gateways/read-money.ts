import "server-only";
import type { Currency, Money } from "@/lib/domain/money";
import { parseMoney } from "@/lib/domain/money-text";

export function readMoney(amount: string | null | undefined, currency: Currency): Money | null {
	return amount === null || amount === undefined ? null : parseMoney(amount, currency);
}
