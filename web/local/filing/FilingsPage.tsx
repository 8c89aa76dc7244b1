export { Component, loader } from '../list/ListsPage.tsx'
