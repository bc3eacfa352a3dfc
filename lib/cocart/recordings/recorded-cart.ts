import type { Cart } from '../../cart/cart.ts';
import { readExchange } from '../read-exchange.ts';
import { recordedStep } from './all-recordings.ts';

/**
 * The cart of one recorded answer.
 *
 * @throws Error when the file has no such step, or its answer no cart.
 */
export function recordedCart(file: string, step: string): Cart {
  const { cart } = readExchange(recordedStep(file, step).exchange);
  if (!cart) throw new Error(`${file}: "${step}" told no cart`);
  return cart;
}
