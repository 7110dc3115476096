-- Why a request for everything of a company was declined: whoever asked reads it on the page of the request.
alter table takeouts
  add column declined_because text check (length(declined_because) between 1 and 500),
  add check (declined_because is null or state = 'declined');
grant update (declined_because) on takeouts to guichet_app;
