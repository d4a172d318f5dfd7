from django.urls import path

from landsby.web.activities import views

app_name = "activities"

urlpatterns = [
    path("p/<slug:slug>/activities/", views.activity_list, name="list"),
    path("p/<slug:slug>/activities/export/<str:form>/", views.export_list, name="export"),
    path("p/<slug:slug>/activities/calendar/", views.calendar, name="calendar"),
    path("p/<slug:slug>/activities/feeds/", views.feeds, name="feeds"),
    path("p/<slug:slug>/activities/feeds/<int:pk>/renew/", views.feed_renew, name="feed_renew"),
    path("p/<slug:slug>/activities/feeds/<int:pk>/withdraw/", views.feed_withdraw, name="feed_withdraw"),
    path("p/<slug:slug>/activities/calendar-import/", views.calendar_import, name="calendar_import"),
    path("p/<slug:slug>/activities/calendar-import/<int:pk>/", views.calendar_preview, name="calendar_preview"),
    path("p/<slug:slug>/activities/calendar-import/<int:pk>/give-up/", views.calendar_give_up, name="calendar_give_up"),
    path("p/<slug:slug>/activities/copy/", views.copy_choose, name="copy"),
    path("p/<slug:slug>/activities/copy/preview/", views.copy_preview, name="copy_preview"),
    path("p/<slug:slug>/activities/actors/", views.actors_found, name="actors"),
    path("p/<slug:slug>/activities/bulk/", views.bulk, name="bulk"),
    path("p/<slug:slug>/activities/log/", views.quick_log, name="log"),
    path("p/<slug:slug>/activities/new/", views.choose_kind, name="new"),
    path("p/<slug:slug>/activities/new/<str:kind>/", views.new_activity, name="new_of_kind"),
    path("activities/unsent/", views.unsent, name="unsent"),
    path("activities/<int:pk>/", views.activity_page, name="detail"),
    path("activities/<int:pk>/logged/", views.receipt, name="receipt"),
    path("activities/<int:pk>/change/", views.change, name="change"),
    path("activities/<int:pk>/hold/", views.hold, name="hold"),
    path("activities/<int:pk>/cancel/", views.cancel, name="cancel"),
    path("activities/<int:pk>/photos/", views.photos, name="photos"),
    path("activities/<int:pk>/remove/", views.remove, name="remove"),
    path("series/<int:pk>/", views.series_page, name="series"),
    path("series/<int:pk>/change/", views.series_change, name="series_change"),
    path("series/<int:pk>/remove/", views.series_remove, name="series_remove"),
    path("profile/calendars/", views.calendars, name="calendars"),
    path("calendars/<str:secret>.ics", views.feed, name="feed"),
]
