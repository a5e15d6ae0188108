/** The sources of products and of the law are written down in English. */

export const sourceInWords = (source: string): string => source;
