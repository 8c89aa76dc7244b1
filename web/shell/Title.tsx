/** The page's title in the browser's tab; React lifts it into the head. Most particular first. */
export const Title = ({ children }: { readonly children: string }) => <title>{`${children} · 梯度`}</title>
