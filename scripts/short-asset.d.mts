export const assetFiles: Record<string, string[]>
export function shortAsset(path: string): string
