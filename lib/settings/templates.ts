/** How the title and the description of a new pin are made of what a page says. */
export interface Templates {
  title: string;
  description: string;
}

/** The page's own words, unchanged. */
export const defaultTemplates: Templates = { title: '{title}', description: '{description}' };
