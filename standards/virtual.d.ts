declare module 'virtual:tidu-standards' {
  const documents: import('./catalogue.ts').Documents
  export default documents
}
