from django.urls import path

from landsby.web.plans import views

app_name = "plans"

urlpatterns = [
    path("p/<slug:slug>/plans/", views.plan_list, name="list"),
    path("p/<slug:slug>/plans/ours/", views.ours, name="ours"),
    path("p/<slug:slug>/plans/new/", views.new_plan, name="new"),
    path("p/<slug:slug>/plans/export/<str:form>/", views.export, name="export"),
    path("plans/<int:pk>/", views.plan_page, name="detail"),
    path("plans/<int:pk>/change/", views.change, name="change"),
    path("plans/<int:pk>/ideas/", views.idea_add, name="idea_add"),
    path("plans/<int:pk>/items/", views.item_new, name="item_new"),
    path("plans/<int:pk>/focus/", views.focus, name="focus"),
    path("plans/<int:pk>/everyday/", views.everyday, name="everyday"),
    path("plans/<int:pk>/review/", views.review, name="review"),
    path("plans/<int:pk>/carry-over/", views.carry_over_page, name="carry_over"),
    path("plans/<int:pk>/copy/", views.copy_page, name="copy"),
    path("plans/<int:pk>/share/", views.share, name="share"),
    path("plans/<int:pk>/end/", views.end, name="end"),
    path("plans/<int:pk>/history/", views.history, name="history"),
    path("plan-items/<int:pk>/", views.item_change, name="item_change"),
    path("plan-items/<int:pk>/links/", views.item_links, name="item_links"),
    path("plan-items/<int:pk>/status/", views.item_status, name="item_status"),
    path("plan-items/<int:pk>/remove/", views.item_remove, name="item_remove"),
]
