-- Who nears retirement: a few of a company's members, by their birth and the option of their category.
create index memberships_by_category_birth on memberships (employer_id, category, born_on) where state <> 'merged';
