/** The same list over everything the officer may see: the loader tells the two apart by their address. */
export { Component, loader } from './QueuePage.tsx'
