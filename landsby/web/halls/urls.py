from django.urls import path

from landsby.web.halls import views

app_name = "halls"

urlpatterns = [
    path("p/<slug:slug>/halls/", views.season_list, name="list"),
    path("p/<slug:slug>/halls/new/", views.new_season, name="new"),
    path("p/<slug:slug>/halls/duties/", views.duties, name="duties"),
    path("halls/<int:pk>/", views.season_page, name="season"),
    path("halls/<int:pk>/change/", views.season_change, name="change"),
    path("halls/<int:pk>/rota/", views.rota, name="rota"),
    path("halls/<int:pk>/sheet/<str:language>/", views.sheet, name="sheet"),
    path("halls/<int:pk>/counts/<str:form>/", views.export_counts, name="counts"),
    path("openings/<int:pk>/count/", views.count, name="count"),
    path("openings/<int:pk>/swap/", views.swap, name="swap"),
    path("swaps/<int:pk>/accept/", views.swap_accept, name="swap_accept"),
    path("swaps/<int:pk>/decline/", views.swap_decline, name="swap_decline"),
    path("swaps/<int:pk>/withdraw/", views.swap_withdraw, name="swap_withdraw"),
]
