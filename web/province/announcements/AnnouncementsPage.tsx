export { Component, loader } from '../../local/list/ListsPage.tsx'
