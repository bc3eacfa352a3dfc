import type { Problems } from '../cocart/fit.ts';
import { fitObject, isObject, joinPath } from '../cocart/fit.ts';
import { plainText } from '../cocart/plain-text.ts';
import { readFilledText } from '../cocart/read-values.ts';
import { boundedEntries } from './bounded-entries.ts';
import type { AttributeOption, ProductAttribute } from './product.ts';
import { attributeSchema } from './product-schemas.ts';

const MOST_ATTRIBUTES = 50;
const MOST_OPTIONS = 500;

/** The attributes that tell variations apart: `{attribute_color: {name, used_for_variation, options}}`. */
export function readAttributes(
  value: unknown,
  path: string,
  problems: Problems,
): ProductAttribute[] {
  return boundedEntries(value, path, MOST_ATTRIBUTES, problems).flatMap(([step, entry]) => {
    const attributePath = joinPath(path, step);
    const attribute = fitObject(attributeSchema, entry, attributePath, problems);
    // A variation's own attributes say no more than what it is.
    if (!attribute || attribute.data.used_for_variation === false) return [];
    const key = String(step);
    const { raw, data } = attribute;
    const optionsPath = joinPath(attributePath, 'options');
    const options = readOptions(raw.options ?? raw.option, key, optionsPath, problems);
    return [{ key, label: readFilledText(data.name) ?? labelOf(key), options }];
  });
}

/** v2 says label by value; v1 lists labels, and of a variation a single one. */
function readOptions(
  value: unknown,
  key: string,
  path: string,
  problems: Problems,
): AttributeOption[] {
  const held = typeof value === 'string' ? [value] : value;
  return boundedEntries(held, path, MOST_OPTIONS, problems).flatMap(([step, label]) => {
    if (typeof label !== 'string') return [];
    const option = typeof step === 'string' ? step : valueOfLabel(label, key);
    return [{ value: option, label: plainText(label) }];
  });
}

/** Terms of a shop's own attribute (`pa_`) are taken by slug, which v1 leaves out: WordPress makes it so of most names. */
function valueOfLabel(label: string, key: string): string {
  if (!key.startsWith('attribute_pa_')) return label;
  return label.trim().toLowerCase().replace(/\s+/g, '-');
}

/**
 * The attributes of a variation, value by key: `{attribute_color: "Blue"}`, or of a product's form
 * `{attribute_color: {option: {Blue: "Blue"}}}`. An empty value takes any.
 */
export function ownOptions(value: unknown): Record<string, string> | null {
  if (Array.isArray(value) && value.length === 0) return {};
  if (!isObject(value)) return null;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_ATTRIBUTES)
      .map(([key, held]) => [key, ownOption(held, key)]),
  );
}

function ownOption(held: unknown, key: string): string {
  if (typeof held === 'string') return held;
  const option = isObject(held) ? held.option : null;
  if (typeof option === 'string') return valueOfLabel(option, key);
  return isObject(option) ? (Object.keys(option)[0] ?? '') : '';
}

/** `attribute_pa_color` → `color`. */
export function labelOf(key: string): string {
  return key.replace(/^attribute_(?:pa_)?/, '') || key;
}
