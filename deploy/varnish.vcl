vcl 4.1;
# Varnish in front of Barta. It keeps pages for SHARED_MAX_AGE without asking, because the edge server tells it by tag what is
# not good any more: a PURGE with the tags of each event, as it reads them.
#
#   SHARED_MAX_AGE=86400
#   PURGE_URL=http://127.0.0.1:6081
#   PROXY_SECRET=the same as below, 16 characters or more
#   TRUSTED_PROXIES=127.0.0.1
#
#   varnishd -a 127.0.0.1:6081 -f /etc/varnish/barta.vcl -s malloc,512m -p ban_lurker_age=1
import std;

backend edge {
  .host = "127.0.0.1";
  .port = "3000";
  .probe = { .url = "/api/health"; .interval = 2s; .timeout = 2s; .window = 3; .threshold = 2; .initial = 2; }
}

acl here { "127.0.0.1"; "::1"; }

sub vcl_recv {
  if (req.method == "PURGE") {
    if (client.ip !~ here || req.http.x-barta-proxy != "PROXY_SECRET") {
      return (synth(403));
    }
    ban("obj.http.x-page-tags ~ " + req.http.x-ban-tags);
    return (synth(200));
  }
  unset req.http.x-barta-proxy;
  set req.http.x-forwarded-for = client.ip;
  set req.http.x-forwarded-proto = "http"; # "https" where TLS ends in front of this
  set req.http.x-forwarded-host = req.http.host;
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # Pages that know who asks (lib/site/paths.ts).
  if (req.url ~ "^/(admin|api|login|account|search)([/?]|$)" || req.url ~ "^/_next/(?!static/)") {
    return (pass);
  }
  unset req.http.cookie;
  # Only these change a page, or are addresses of a WordPress site that was here before; any other query is the same page.
  if (req.url ~ "\?" && req.url !~ "[?&](reply|code|report|sort|division|district|upazila|from|date)="
      && req.url !~ "^/\?(.*&)?(p|page_id|attachment_id|cat|tag|author)=") {
    set req.url = regsub(req.url, "\?.*$", "");
  }
  if (std.healthy(req.backend_hint)) {
    set req.grace = 10s;
  }
  return (hash);
}

sub vcl_hash {
  hash_data(req.url);
  # One site: what a Host header says makes no second copy.
  return (lookup);
}

sub vcl_backend_fetch {
  set bereq.http.x-barta-proxy = "PROXY_SECRET";
}

sub vcl_backend_response {
  # While the edge server is down, what is here goes out for a day.
  set beresp.grace = 24h;
  if (beresp.http.cache-control !~ "s-maxage" && beresp.http.cache-control !~ "immutable") {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
  }
}

sub vcl_deliver {
  unset resp.http.x-page-tags;
  unset resp.http.x-varnish;
  unset resp.http.via;
  # Nobody behind us is told by tag.
  if (resp.http.cache-control ~ "s-maxage") {
    set resp.http.cache-control = "public, max-age=0, must-revalidate";
  }
  unset resp.http.age; # a browser would count it against its max-age
}
