import { isContainer, sizeOf } from '../json/container.ts';
import { sameJson } from '../json/same-json.ts';
import type { Line } from './cart.ts';

type ItemData = Line['itemData'];

/**
 * Item data as v2 answers it: without the fields that PHP calls empty (`empty()`), whatever was sent. What
 * lies deeper stays, and v1 answers all of it. By CoCart's source, 3.0 to 5.0 (`clean_empty_cart_item_data`).
 */
export function toldItemData(data: ItemData): ItemData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)));
}

/** Whether two lines hold the same item data, by whichever API version each was told. */
export function sameItemData(one: ItemData, other: ItemData): boolean {
  return sameJson(one, other) || sameJson(toldItemData(one), toldItemData(other));
}

/** Fields of the first that the second lacks or holds otherwise; more than was asked for may be there. */
export function lackingItemData(asked: ItemData, held: ItemData): string[] {
  return Object.keys(asked).filter((name) => !sameItemData(only(asked, name), only(held, name)));
}

function only(data: ItemData, name: string): ItemData {
  return Object.hasOwn(data, name) ? { [name]: data[name] } : {};
}

function isEmpty(value: unknown): boolean {
  return isContainer(value) ? sizeOf(value) === 0 : !value || value === '0';
}
