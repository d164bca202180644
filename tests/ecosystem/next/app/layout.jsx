// Nothing is rendered during the build.
export const dynamic = "force-dynamic";

export default ({ children }) => <html lang="en"><body>{children}</body></html>;
